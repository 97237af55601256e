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

import { isDeepStrictEqual } from 'node:util';
import type { VersionCounter } from '../store';
import type {
  ApplicationSet,
  ApplicationSetSpec,
  KubernetesObject,
} from '../types';

/** A change as the stream tells it. */
export interface ApplicationSetEvent {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  applicationSet: ApplicationSet;
}

/** The ApplicationSets. */
export class ApplicationSetStore {
  readonly #versions: VersionCounter;
  readonly #sets: Map<string, ApplicationSet>;
  readonly #listeners = new Set<(event: ApplicationSetEvent) => void>();

  constructor(versions: VersionCounter, sets: ApplicationSet[] = []) {
    this.#versions = versions;
    this.#sets = new Map(sets.map(set => [set.metadata.name, set]));
  }

  get resourceVersion(): string {
    return this.list().reduce((last, { metadata }) => {
      const version = metadata.resourceVersion ?? '0';
      return Number(version) > Number(last) ? version : last;
    }, '0');
  }

  /** Sorted by name. */
  list(): ApplicationSet[] {
    return [...this.#sets.values()].sort((a, b) =>
      a.metadata.name < b.metadata.name ? -1 : 1,
    );
  }

  get(name: string): ApplicationSet | undefined {
    return this.#sets.get(name);
  }

  /** Takes over a manifest; what it makes is set with {@link ApplicationSetStore.setStatus}. */
  apply(
    manifest: KubernetesObject,
    created: { uid: string; at: string },
  ): ApplicationSet {
    const { name, labels, annotations } = manifest.metadata;
    const before = this.#sets.get(name);
    const set: ApplicationSet = {
      metadata: {
        name,
        namespace: 'argocd',
        uid: before?.metadata.uid ?? created.uid,
        resourceVersion: this.#versions.next(),
        generation: (before?.metadata.generation ?? 0) + 1,
        creationTimestamp: before?.metadata.creationTimestamp ?? created.at,
        ...(labels ? { labels } : {}),
        ...(annotations ? { annotations } : {}),
      },
      spec: manifest.spec as ApplicationSetSpec,
      status: before?.status ?? {},
    };
    this.#put(before ? 'MODIFIED' : 'ADDED', set);
    return set;
  }

  setStatus(name: string, status: ApplicationSet['status']): void {
    const set = this.#sets.get(name);
    if (set && !isDeepStrictEqual(set.status, status)) {
      const metadata = {
        ...set.metadata,
        resourceVersion: this.#versions.next(),
      };
      this.#put('MODIFIED', { ...set, metadata, status });
    }
  }

  remove(name: string): void {
    const set = this.#sets.get(name);
    if (set) {
      this.#sets.delete(name);
      this.#publish('DELETED', set);
    }
  }

  /** Calls back with every change until the returned function is called. */
  watch(listener: (event: ApplicationSetEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #put(type: 'ADDED' | 'MODIFIED', set: ApplicationSet): void {
    this.#sets.set(set.metadata.name, set);
    this.#publish(type, set);
  }

  #publish(
    type: ApplicationSetEvent['type'],
    applicationSet: ApplicationSet,
  ): void {
    for (const listener of this.#listeners) {
      listener({ type, applicationSet });
    }
  }
}
