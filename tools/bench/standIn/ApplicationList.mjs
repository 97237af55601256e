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

import { applicationName, applicationOf } from './application.mjs';
import { managedResourcesOf, resourceTreeOf } from './resources.mjs';

/** The Applications of one instance. What they have in common is made when it is asked for: ten thousand are 190 MB. */
export class ApplicationList {
  #environment;
  #states;
  #resourceVersion = 1000;

  /** @param {{ environment: string, applications: number }} options */
  constructor({ environment, applications }) {
    this.#environment = environment;
    this.#states = new Map(
      Array.from({ length: applications }, (_, index) => [
        applicationName(index),
        {
          health: 'Healthy',
          changedAt: '2026-11-20T10:00:05Z',
          resourceVersion: this.#resourceVersion,
        },
      ]),
    );
  }

  get resourceVersion() {
    return String(this.#resourceVersion);
  }

  *all() {
    for (const name of this.#states.keys()) yield this.#application(name);
  }

  /** All, or the one of that name. */
  find(name) {
    if (name === undefined) return this.all();
    return this.#states.has(name) ? [this.#application(name)] : [];
  }

  /** A healthy one makes progress, and the other way round. */
  change(index) {
    const name = applicationName(index);
    const { health } = this.#states.get(name);
    this.#resourceVersion += 1;
    this.#states.set(name, {
      health: health === 'Healthy' ? 'Progressing' : 'Healthy',
      changedAt: new Date().toISOString(),
      resourceVersion: this.#resourceVersion,
    });
    return this.#application(name);
  }

  managedResources(name) {
    return managedResourcesOf({ name, environment: this.#environment });
  }

  resourceTree(name) {
    return resourceTreeOf({ name, environment: this.#environment });
  }

  #application(name) {
    const environment = this.#environment;
    return applicationOf({ name, environment, ...this.#states.get(name) });
  }
}
