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

import type { ArgoNameList } from '@gitops-platform/backstage-plugin-gitops-node';

type Name = ArgoNameList['names'][number];

/** What a stream has delivered so far. */
export class StreamProgress {
  /** Resolves at the first event. */
  readonly first: Promise<void>;
  #onFirst: () => void = () => {};
  #seen: Set<string> | undefined = new Set();
  #events = 0;
  #grewAt: number;
  #complete = false;

  constructor(startedAt: number) {
    this.#grewAt = startedAt;
    this.first = new Promise(resolve => {
      this.#onFirst = resolve;
    });
  }

  /** How many events came. */
  get events(): number {
    return this.#events;
  }

  /** When an Application was last delivered that had not been before. */
  get grewAt(): number {
    return this.#grewAt;
  }

  /** Whether it delivered everything that there was. */
  get complete(): boolean {
    return this.#complete;
  }

  onEvent(application: Name, now: number): void {
    this.#events += 1;
    this.#onFirst();
    const known = this.#seen?.size;
    this.#seen?.add(keyOf(application));
    if (this.#seen?.size !== known) {
      this.#grewAt = now;
    }
  }

  /** Whether any of these has not been delivered, although the store may have it from before. */
  lacks(names: Name[]): boolean {
    const seen = this.#seen;
    return seen !== undefined && names.some(name => !seen.has(keyOf(name)));
  }

  /** From now on, only changes are awaited. */
  settled(options: { complete: boolean }): void {
    this.#complete = options.complete;
    this.#seen = undefined;
  }
}

function keyOf({ namespace, name }: Name): string {
  return `${namespace}/${name}`;
}
