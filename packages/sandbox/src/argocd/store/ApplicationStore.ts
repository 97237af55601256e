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

import type { Application } from '../types';
import { instanceName } from './instanceName';
import type { VersionCounter } from './VersionCounter';

/** A change as the stream tells it. */
export interface ApplicationEvent {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  application: Application;
}

/**
 * The Applications, by their instance names. Each is an immutable value: a change replaces it, counts up its version and generation (an
 * Application has no status subresource) and is told to whoever watches.
 */
export class ApplicationStore {
  readonly #versions: VersionCounter;
  readonly #applications = new Map<string, Application>();
  readonly #listeners = new Set<(event: ApplicationEvent) => void>();
  #sorted: Application[] | undefined;
  #resourceVersion = '0';

  constructor(versions: VersionCounter) {
    this.#versions = versions;
  }

  /** The version of the last change of any Application. */
  get resourceVersion(): string {
    return this.#resourceVersion;
  }

  /** Sorted by name. */
  list(): Application[] {
    this.#sorted ??= [...this.#applications.values()].sort((a, b) =>
      a.metadata.name < b.metadata.name ? -1 : 1,
    );
    return this.#sorted;
  }

  get(instance: string): Application | undefined {
    return this.#applications.get(instance);
  }

  /** Puts back what was stored, without telling anybody. */
  restore(applications: Application[], resourceVersion: string): void {
    for (const application of applications) {
      this.#applications.set(instanceName(application.metadata), application);
    }
    this.#sorted = undefined;
    this.#resourceVersion = resourceVersion;
  }

  add(application: Application): Application {
    return this.#put('ADDED', {
      ...application,
      metadata: { ...application.metadata, generation: 1 },
    });
  }

  /** Replaces an Application by what `change` makes of it; the same value means that nothing changed. */
  update(
    instance: string,
    change: (application: Application) => Application,
  ): Application | undefined {
    const before = this.#applications.get(instance);
    if (!before) {
      return undefined;
    }
    const after = change(before);
    if (after === before) {
      return before;
    }
    return this.#put('MODIFIED', {
      ...after,
      metadata: {
        ...after.metadata,
        generation: (before.metadata.generation ?? 0) + 1,
      },
    });
  }

  remove(instance: string): void {
    const before = this.#applications.get(instance);
    if (before) {
      this.#applications.delete(instance);
      this.#publish('DELETED', {
        ...before,
        metadata: {
          ...before.metadata,
          resourceVersion: this.#versions.next(),
        },
      });
    }
  }

  /** Calls back with every change until the returned function is called. */
  watch(listener: (event: ApplicationEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #put(type: 'ADDED' | 'MODIFIED', application: Application): Application {
    const stored: Application = {
      ...application,
      metadata: {
        ...application.metadata,
        resourceVersion: this.#versions.next(),
      },
    };
    this.#applications.set(instanceName(stored.metadata), stored);
    this.#publish(type, stored);
    return stored;
  }

  #publish(type: ApplicationEvent['type'], application: Application): void {
    this.#sorted = undefined;
    this.#resourceVersion =
      application.metadata.resourceVersion ?? this.#resourceVersion;
    for (const listener of this.#listeners) {
      listener({ type, application });
    }
  }
}
