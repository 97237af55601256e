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

import type {
  InstanceState,
  UpstreamStatus,
} from '@gitops-platform/backstage-plugin-gitops-common';
import type {
  ApplicationClaim,
  ArgoCdClient,
  ArgoCdInstanceConfig,
} from '@gitops-platform/backstage-plugin-gitops-node';
import type { ArgoCdWatcher } from './store';

/** One Argo CD server, with what reads it. */
export interface ArgoCdInstance {
  config: Pick<ArgoCdInstanceConfig, 'name' | 'frontendUrl'>;
  client: Pick<
    ArgoCdClient,
    | 'close'
    | 'getChartDetails'
    | 'getOciMetadata'
    | 'getOperation'
    | 'getResource'
    | 'getResourceTree'
    | 'getRevisionMetadata'
    | 'getSources'
    | 'getSyncWindows'
    | 'listEvents'
    | 'listApplicationSets'
    | 'listManagedResources'
    | 'listResourceStates'
    | 'readLogs'
    | 'refresh'
    | 'sync'
    | 'terminate'
  >;
  watcher: Pick<ArgoCdWatcher, 'start' | 'status' | 'stop'>;
}

/** The configured Argo CD servers. */
export class ArgoCdInstances {
  readonly #instances: Map<string, ArgoCdInstance>;

  static create(instances: ArgoCdInstance[]): ArgoCdInstances {
    return new ArgoCdInstances(instances);
  }

  private constructor(instances: ArgoCdInstance[]) {
    this.#instances = new Map(
      instances.map(instance => [instance.config.name, instance]),
    );
  }

  get names(): string[] {
    return [...this.#instances.keys()];
  }

  get(name: string): ArgoCdInstance | undefined {
    return this.#instances.get(name);
  }

  start(): void {
    for (const { watcher } of this.#instances.values()) {
      watcher.start();
    }
  }

  async stop(): Promise<void> {
    await Promise.all(
      [...this.#instances.values()].map(async ({ client, watcher }) => {
        await watcher.stop();
        await client.close();
      }),
    );
  }

  /** How the instances fare that a claim may concern, in words for everybody. */
  statuses(claim: ApplicationClaim): UpstreamStatus[] {
    return [...this.#instances.values()]
      .filter(({ config }) => claim.instances?.includes(config.name) ?? true)
      .map(instance => statusOf(instance));
  }

  /** How an instance fares, in words for everybody. */
  status(name: string): UpstreamStatus | undefined {
    const instance = this.#instances.get(name);
    return instance && statusOf(instance);
  }

  /** How every instance fares, for those who run them. */
  states(): InstanceState[] {
    return [...this.#instances.values()].map(instance => {
      const { error, circuit, reading, version, applications } =
        instance.watcher.status();
      return {
        system: 'argocd',
        ...statusOf(instance),
        error,
        version,
        circuit,
        reading,
        applications,
      };
    });
  }
}

function statusOf({ config, watcher }: ArgoCdInstance): UpstreamStatus {
  const { status, reason, since, fetchedAt } = watcher.status();
  return { name: config.name, status, error: reason, since, fetchedAt };
}
