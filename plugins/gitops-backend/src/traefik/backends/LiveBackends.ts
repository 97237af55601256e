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
import { WarmReads } from '../../argocd/applied/WarmReads';
import type { ArgoCdInstances } from '../../argocd/ArgoCdInstances';
import type { StoredApplication } from '../../argocd/store';
import { serviceBackends, type ServiceBackends } from './serviceBackends';

/** Which Services of Applications have pods that are ready, from Argo CD's tree: kept warm while somebody looks. */
export class LiveBackends {
  readonly #reads: WarmReads<ServiceBackends[]>;

  static create(options: {
    instances: ArgoCdInstances;
    logger: LoggerService;
    /** The backends of an Application are others than were known. */
    onArrival: (app: StoredApplication) => void;
  }): LiveBackends {
    return new LiveBackends(
      WarmReads.create({
        ...options,
        call: async (client, app) =>
          serviceBackends(await client.getResourceTree(app)),
      }),
    );
  }

  private constructor(reads: WarmReads<ServiceBackends[]>) {
    this.#reads = reads;
  }

  /** For somebody who looks: resolves once something is known, after two seconds at most. Never rejects. */
  async read(app: StoredApplication): Promise<void> {
    await this.#reads.read(app);
  }

  /** What is known now, without asking for more. */
  known(app: StoredApplication): ServiceBackends[] | undefined {
    return this.#reads.known(app);
  }

  stop(): void {
    this.#reads.stop();
  }
}
