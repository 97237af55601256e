/*
 * Copyright 2026 The GitOps Platform Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import type { LoggerService } from '@backstage/backend-plugin-api';
import type { SignalsService } from '@backstage/plugin-signals-node';
import { gitopsSignalChannel } from '@gitops-platform/backstage-plugin-gitops-common';
import type { ApplicationClaim } from '@gitops-platform/backstage-plugin-gitops-node';
import { LRUCache } from 'lru-cache';
import { ClaimIndex, MultiMap, type StoredApplication } from '../argocd/store';
import { publishVersion } from './publishVersion';

const MAX_ENTITIES = 2_000;
/** Longer than a page may go without fetching again, so that an open one is still remembered. */
const REMEMBER_FOR_MS = 60 * 60_000;
/** Looks at so many entities before it lets others have their turn. */
const LOOKS_AT_ONCE = 100;

/** Something that an entity's page shows, and how to tell whether it has changed. */
interface Part {
  fingerprint: () => string;
  seen: string;
}

/** An entity whose page was looked at: what it shows, by the name of the part. */
interface View {
  parts: Map<string, Part>;
  version: number;
}

interface Options {
  signals: SignalsService;
  logger: LoggerService;
  /** What signals carry. */
  version: () => number;
  /** In milliseconds; a second by default. */
  intervalMs?: number;
}

/**
 * Tells the pages of an entity to fetch again, once what they show has changed.
 *
 * Changes are gathered: the first is looked into at once, and then at most every `intervalMs`, so that no entity's
 * channel carries more than one signal in that time and the last change is never left out. A change of an Application
 * is looked into for the entities whose claims it may concern; others cost nothing.
 */
export class EntitySignals {
  readonly #options: Options;
  readonly #intervalMs: number;
  readonly #claims = ClaimIndex.create();
  readonly #views = new LRUCache<string, View>({
    max: MAX_ENTITIES,
    ttl: REMEMBER_FOR_MS,
    dispose: (_, entityRef, reason) => {
      if (reason !== 'set') {
        this.#claims.delete(entityRef);
      }
    },
  });
  readonly #listeners = MultiMap.create<() => void>();
  readonly #due = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #lookedAt = -Infinity;

  static create(options: Options): EntitySignals {
    return new EntitySignals(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    this.#intervalMs = options.intervalMs ?? 1_000;
  }

  /** The entities whose pages were looked at of late. */
  get viewedEntities(): string[] {
    return [...this.#views.keys()];
  }

  /**
   * Remembers that an entity's page is looked at. To be called before its answer is put together.
   *
   * @param claim - the Applications whose changes concern the page; where it is left out, as another part said
   * @param part - what of the page it is, such as `traefik`: each part is told of for itself
   */
  viewed(
    entityRef: string,
    fingerprint: () => string,
    claim?: ApplicationClaim,
    part: string = 'argocd',
  ): void {
    const { parts, version } = this.#views.get(entityRef) ?? {
      parts: new Map<string, Part>(),
      version: 0,
    };
    // A part without Applications leaves those of the others alone.
    if (claim) {
      this.#claims.set(entityRef, claim);
    }
    // Another page of the entity may still show the older state: it is owed its signal.
    const seen = parts.get(part)?.seen ?? fingerprint();
    parts.set(part, { fingerprint, seen });
    this.#views.set(entityRef, { parts, version });
  }

  /** Something changed that may concern any remembered entity. */
  changed(): void {
    this.#touch(this.viewedEntities);
  }

  /** Something changed that is shown for one entity. */
  entityChanged(entityRef: string): void {
    this.#touch(this.#views.has(entityRef) ? [entityRef] : []);
  }

  /**
   * An Application changed, appeared or went.
   *
   * @param lineage - the Application with what it is a resource of, as `ApplicationStore.lineageOf` finds it
   */
  applicationChanged(lineage: StoredApplication[]): void {
    this.#touch(this.#claims.concerning(lineage));
  }

  /** Calls back when what an entity's pages show may have changed, until the returned function is called. */
  onChange(entityRef: string, listener: () => void): () => void {
    this.#listeners.add(entityRef, listener);
    return () => this.#listeners.delete(entityRef, listener);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#due.clear();
    this.#views.clear();
  }

  #touch(entityRefs: Iterable<string>): void {
    for (const entityRef of entityRefs) {
      this.#due.add(entityRef);
      this.#listeners.get(entityRef).forEach(listener => listener());
    }
    this.#schedule();
  }

  #schedule(): void {
    if (this.#timer || this.#due.size === 0) {
      return;
    }
    const pause = this.#lookedAt + this.#intervalMs - Date.now();
    this.#after(Math.max(0, pause), () => {
      const due = [...this.#due];
      this.#due.clear();
      this.#round(due);
    });
  }

  /** What is touched meanwhile has its turn in the next round. */
  #round(due: string[]): void {
    due.slice(0, LOOKS_AT_ONCE).forEach(entityRef => this.#look(entityRef));
    const rest = due.slice(LOOKS_AT_ONCE);
    if (rest.length > 0) {
      this.#after(0, () => this.#round(rest));
    } else {
      this.#lookedAt = Date.now();
      this.#schedule();
    }
  }

  #after(milliseconds: number, act: () => void): void {
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      act();
    }, milliseconds);
    // A signal that nobody can receive any more is no reason to stay alive.
    this.#timer.unref();
  }

  #look(entityRef: string): void {
    const view = this.#views.get(entityRef);
    if (!view || !hasChanged(view)) {
      return;
    }
    // Always another number, also where what changed is not in the store.
    view.version = Math.max(this.#options.version(), view.version + 1);
    publishVersion(gitopsSignalChannel(entityRef), view.version, this.#options);
  }
}

/** Whether any part has changed since it was last looked at; from then on, it has not. */
function hasChanged({ parts }: View): boolean {
  return [...parts.values()]
    .map(part => {
      const now = part.fingerprint();
      const changed = now !== part.seen;
      part.seen = now;
      return changed;
    })
    .includes(true);
}
