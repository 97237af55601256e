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

import type { Configuration } from './config';

/** What is wrong with a replica: it has stopped following the cluster, or does not know some routers. */
export interface ReplicaFault {
  frozen: boolean;
  /** Routers whose names match this are missing. */
  without?: string;
}

/** One process of a Traefik: it answers only for itself. */
export class Replica {
  readonly #load: () => Configuration;
  #fault: ReplicaFault = { frozen: false };
  #kept: Configuration | undefined;

  constructor(load: () => Configuration) {
    this.#load = load;
  }

  get fault(): ReplicaFault {
    return this.#fault;
  }

  set fault(fault: ReplicaFault) {
    this.#kept = fault.frozen ? this.configuration : undefined;
    this.#fault = fault;
  }

  get configuration(): Configuration {
    if (this.#kept) {
      return this.#kept;
    }
    const loaded = this.#load();
    const { without } = this.#fault;
    if (without === undefined) {
      return loaded;
    }
    const hidden = new RegExp(without);
    const routers = [...loaded.http.routers].filter(
      ([name]) => !hidden.test(name),
    );
    return { ...loaded, http: { ...loaded.http, routers: new Map(routers) } };
  }
}
