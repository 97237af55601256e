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

import type { OperationProgress } from '@gitops-platform/backstage-plugin-gitops-common';
import { singleFlight } from '@gitops-platform/backstage-plugin-gitops-node';
import { LRUCache } from 'lru-cache';
import type { ArgoCdInstance } from '../ArgoCdInstances';
import type { StoredApplication } from '../store';
import { isRunning } from './judgeOperation';
import { projectOperation } from './projectOperation';

const MAX_KEPT = 500;
const FRESH_WHILE_RUNNING_MS = 1_500;
const FRESH_FOR_MS = 10_000;

/** The latest operation of an Application, as it was read. */
export interface LatestOperation {
  /** `undefined` where there never was one. */
  operation?: OperationProgress;
  fetchedAt: string;
}

/** The latest operations with their results, asked for on demand: once for all who look, and kept for seconds. */
export class LatestOperations {
  readonly #kept = new LRUCache<string, LatestOperation>({ max: MAX_KEPT });
  readonly #share = singleFlight<LatestOperation>();

  static create(): LatestOperations {
    return new LatestOperations();
  }

  /** Rejects with `UpstreamError`. */
  async get(
    client: Pick<ArgoCdInstance['client'], 'getOperation'>,
    app: StoredApplication,
  ): Promise<LatestOperation> {
    // The version is part of the key: a change that the page was told of must not be answered with what was before.
    const key = `${idOf(app)}@${app.version}`;
    const kept = this.#kept.get(key);
    return kept ?? this.#share(key, () => this.#read(client, app, key));
  }

  async #read(
    client: Pick<ArgoCdInstance['client'], 'getOperation'>,
    app: StoredApplication,
    key: string,
  ): Promise<LatestOperation> {
    const read = await client.getOperation(app);
    const latest: LatestOperation = {
      operation: read && projectOperation(read),
      fetchedAt: new Date().toISOString(),
    };
    const running = latest.operation && isRunning(latest.operation);
    this.#kept.set(key, latest, {
      ttl: running ? FRESH_WHILE_RUNNING_MS : FRESH_FOR_MS,
    });
    return latest;
  }

  /** What is kept is no longer true. */
  forget(app: StoredApplication): void {
    this.#kept.delete(`${idOf(app)}@${app.version}`);
  }
}

function idOf({ instance, namespace, name }: StoredApplication): string {
  return [instance, namespace, name].join('/');
}
