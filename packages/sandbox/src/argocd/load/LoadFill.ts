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

import { ConflictError } from '@backstage/errors';
import { z } from 'zod';
import { formatTime } from '../cluster';
import type { ApplicationStore } from '../store';
import type { Application } from '../types';
import { mergePatch } from './mergePatch';
import { syntheticApplication } from './syntheticApplication';

const REVISION = '5e17ca11ab1e0ff00dfacade5e17ca11ab1e0ff0';

/** What `POST /_sandbox/applications` takes. */
export const fillInput = z.strictObject({
  count: z.int().min(1).max(50_000),
  /** Names are `<prefix>-<number>`, with as many digits as the last one needs. */
  prefix: z
    .string()
    .regex(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/)
    .max(50)
    .default('load'),
  project: z.string().default('default'),
  /** Destination namespaces, taken in turn. */
  namespaces: z.array(z.string()).min(1).default(['load']),
  /** Labels that each gets beside its own. */
  labels: z.record(z.string(), z.string()).default({}),
});

type Fill = z.infer<typeof fillInput> & { at: string };

/** What outlives a restart: how it was filled, and what was patched since. */
export interface LoadState {
  fills: Fill[];
  patched: Application[];
}

/** Fills the list with Applications that nobody reconciles, and changes their state on demand. */
export class LoadFill {
  readonly #applications: ApplicationStore;
  readonly #repoURL: string;
  readonly #now: () => Date;
  readonly #names = new Set<string>();
  readonly #patched = new Map<string, Application>();
  #fills: Fill[] = [];

  constructor(options: {
    applications: ApplicationStore;
    repoURL: string;
    now: () => Date;
    state?: LoadState;
  }) {
    this.#applications = options.applications;
    this.#repoURL = options.repoURL;
    this.#now = options.now;
    for (const one of options.state?.patched ?? []) {
      this.#patched.set(one.metadata.name, one);
    }
    for (const one of options.state?.fills ?? []) {
      this.#add(one);
    }
  }

  /** Of all that were filled in. */
  names(): string[] {
    return [...this.#names];
  }

  isSynthetic(name: string): boolean {
    return this.#names.has(name);
  }

  /** Adds Applications and answers their names. Throws `ConflictError` where one of them is there already. */
  fill(input: z.infer<typeof fillInput>): string[] {
    const names = namesOf(input);
    const taken = names.find(name => this.#applications.get(name));
    if (taken) {
      throw new ConflictError(
        `There is an Application ${taken} already; choose another prefix`,
      );
    }
    this.#add({ ...input, at: formatTime(this.#now()) });
    return names;
  }

  /**
   * Merges a patch into an Application (synthetic or not); `undefined` where there is none of that name. `passing`: a
   * restart undoes it.
   */
  patch(
    name: string,
    patch: unknown,
    options: { passing?: boolean } = {},
  ): Application | undefined {
    const changed = this.#applications.update(name, before => {
      const merged = mergePatch(before, patch) as Application;
      const { namespace, uid, creationTimestamp } = before.metadata;
      return {
        ...merged,
        metadata: {
          ...merged.metadata,
          name,
          namespace,
          uid,
          creationTimestamp,
        },
      };
    });
    if (changed && !options.passing && this.isSynthetic(name)) {
      this.#patched.set(name, changed);
    }
    return changed;
  }

  /** Takes all of them away. */
  clear(): void {
    const names = [...this.#names];
    this.#names.clear();
    this.#patched.clear();
    this.#fills = [];
    for (const name of names) {
      this.#applications.remove(name);
    }
  }

  toState(): LoadState {
    return { fills: this.#fills, patched: [...this.#patched.values()] };
  }

  #add(fill: Fill): void {
    this.#fills.push(fill);
    for (const [index, name] of namesOf(fill).entries()) {
      const application = syntheticApplication({
        name,
        project: fill.project,
        namespace: fill.namespaces[index % fill.namespaces.length],
        repoURL: this.#repoURL,
        revision: REVISION,
        at: fill.at,
      });
      const { metadata } = application;
      this.#names.add(name);
      this.#applications.add(
        this.#patched.get(name) ?? {
          ...application,
          metadata: {
            ...metadata,
            labels: { ...metadata.labels, ...fill.labels },
          },
        },
      );
    }
  }
}

function namesOf({ count, prefix }: { count: number; prefix: string }) {
  const digits = String(count).length;
  return Array.from(
    { length: count },
    (_, index) => `${prefix}-${String(index + 1).padStart(digits, '0')}`,
  );
}
