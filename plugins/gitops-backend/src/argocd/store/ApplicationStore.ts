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
import { toError } from '@backstage/errors';
import {
  systemClock,
  type ApplicationClaim,
  type ArgoApplication,
  type Clock,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { ApplicationIndex } from './ApplicationIndex';
import { compactApplication } from './compactApplication';
import { withAncestors, withDescendants } from './family';
import { Interner } from './Interner';
import { isChildOf, isWithin, matchesClaim } from './matchesClaim';
import { showsTheSame } from './showsTheSame';
import {
  applicationKey,
  type ApplicationId,
  type StoredApplication,
} from './StoredApplication';

const MAX_PER_INSTANCE = 50_000;

/** Something that we show has changed, or has gone. */
export interface ApplicationChange {
  version: number;
  /** As it is now, or as it last was. */
  application: StoredApplication;
  /** As it was before. */
  previous?: StoredApplication;
  removed: boolean;
}

/** The Applications of all instances, in memory: watchers write, views read. */
export class ApplicationStore {
  readonly #logger: LoggerService;
  readonly #clock: Clock;
  readonly #maxPerInstance: number;
  readonly #applications = new Map<string, StoredApplication>();
  readonly #ofInstance = new Map<string, Set<string>>();
  readonly #index = new ApplicationIndex();
  readonly #interner = Interner.create();
  readonly #listeners = new Set<(change: ApplicationChange) => void>();
  #version: number;

  static create(options: {
    logger: LoggerService;
    clock?: Clock;
    /** Applications beyond this number are not kept. Default: 50,000. */
    maxPerInstance?: number;
  }): ApplicationStore {
    return new ApplicationStore(options);
  }

  private constructor(options: {
    logger: LoggerService;
    clock?: Clock;
    maxPerInstance?: number;
  }) {
    this.#logger = options.logger;
    this.#clock = options.clock ?? systemClock;
    this.#maxPerInstance = options.maxPerInstance ?? MAX_PER_INSTANCE;
    // From the time, so that it also grows over a restart.
    this.#version = this.#clock.now();
  }

  /** Grows with every change of what we show. */
  get version(): number {
    return this.#version;
  }

  /**
   * What a claim matches, with the Applications that those have among their resources; by name, then instance, then
   * namespace. The claim's instances, project and namespace hold for each of them.
   */
  find(claim: ApplicationClaim, limit = Infinity): StoredApplication[] {
    const ids = this.#index.candidates(claim) ?? this.#applications.keys();
    return withDescendants(
      this.#all(ids).filter(one => matchesClaim(one, claim)),
      parent => this.#childrenOf(parent).filter(one => isWithin(one, claim)),
      limit,
    );
  }

  /** An Application, what it is a resource of, and so on: whatever a claim on it may name. */
  lineageOf(application: StoredApplication): StoredApplication[] {
    return withAncestors(application, child =>
      child.parent?.kind === 'Application'
        ? this.#all(this.#index.named(child.parent.name)).filter(one =>
            isChildOf(child, one),
          )
        : [],
    );
  }

  get(id: ApplicationId): StoredApplication | undefined {
    return this.#applications.get(applicationKey(id));
  }

  /** All Applications of an instance, in no order. */
  list(instance: string): StoredApplication[] {
    return this.#all(this.#ofInstance.get(instance) ?? []);
  }

  /** How many Applications of an instance are kept. */
  size(instance: string): number {
    return this.#ofInstance.get(instance)?.size ?? 0;
  }

  /** Whether an instance has reached the bound, so that some of its Applications may not be here. */
  isFull(instance: string): boolean {
    return this.size(instance) >= this.#maxPerInstance;
  }

  /** Takes over the present state. `false` where nothing that we show has changed. */
  upsert(instance: string, application: ArgoApplication): boolean {
    const id = applicationKey({ ...application, instance });
    const previous = this.#applications.get(id);
    if (!previous && this.isFull(instance)) {
      return false;
    }
    const next: StoredApplication = {
      ...compactApplication(application, this.#interner),
      instance: this.#interner.text(instance),
      healthSince: this.#healthSince(application, previous),
      version: previous?.version ?? 0,
    };
    const changed = !previous || !showsTheSame(next, previous);
    if (changed) {
      this.#version += 1;
      next.version = this.#version;
    }
    if (previous) {
      this.#index.remove(id, previous);
    }
    this.#applications.set(id, next);
    this.#index.add(id, next);
    const ids = this.#ofInstance.get(instance) ?? new Set();
    this.#ofInstance.set(instance, ids.add(id));
    if (changed) {
      this.#tell({ application: next, previous, removed: false });
    }
    return changed;
  }

  /** Forgets an Application. `false` where it was not known. */
  remove(id: ApplicationId): boolean {
    const key = applicationKey(id);
    const previous = this.#applications.get(key);
    if (!previous) {
      return false;
    }
    this.#index.remove(key, previous);
    this.#applications.delete(key);
    this.#ofInstance.get(id.instance)?.delete(key);
    this.#version += 1;
    this.#tell({ application: previous, previous, removed: true });
    return true;
  }

  /**
   * Forgets what has gone: those of `known` that a later list does not name. What came between is not touched,
   * so `known` must have been taken before the list was asked for.
   */
  retain(
    known: StoredApplication[],
    listed: { namespace: string; name: string }[],
  ): void {
    const present = new Set(
      listed.map(({ namespace, name }) => `${namespace}/${name}`),
    );
    known
      .filter(({ namespace, name }) => !present.has(`${namespace}/${name}`))
      .forEach(application => this.remove(application));
  }

  /** Calls back at every change, until the returned function is called. */
  onChange(listener: (change: ApplicationChange) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  #healthSince(
    application: ArgoApplication,
    previous: StoredApplication | undefined,
  ): string {
    if (application.healthTransitionAt) {
      return application.healthTransitionAt;
    }
    const unchanged =
      previous?.uid === application.uid &&
      previous?.health === application.health;
    return (
      (unchanged ? previous?.healthSince : undefined) ??
      new Date(this.#clock.now()).toISOString()
    );
  }

  #childrenOf(parent: StoredApplication): StoredApplication[] {
    return this.#all(this.#index.childrenOf(parent.name)).filter(one =>
      isChildOf(one, parent),
    );
  }

  #all(ids: Iterable<string>): StoredApplication[] {
    const found: StoredApplication[] = [];
    for (const id of ids) {
      const application = this.#applications.get(id);
      if (application) {
        found.push(application);
      }
    }
    return found;
  }

  #tell(change: Omit<ApplicationChange, 'version'>): void {
    for (const listener of this.#listeners) {
      try {
        listener({ ...change, version: this.#version });
      } catch (error) {
        // A listener must not stop the watch that called it.
        this.#logger.error(
          'A listener of Argo CD changes failed',
          toError(error),
        );
      }
    }
  }
}
