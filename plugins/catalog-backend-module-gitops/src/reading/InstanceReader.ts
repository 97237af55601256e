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
import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  EmptyListDoubt,
  singleFlight,
} from '@gitops-platform/backstage-plugin-gitops-node';
import type { CatalogApplication } from '../applications/CatalogApplication';
import { toCatalogApplication } from '../applications/toCatalogApplication';
import type { ArgoCdReader } from './ArgoCdReader';
import { FailureLog } from './FailureLog';
import { readClusters, type ListedCluster } from './readClusters';

/** What an instance answered last. */
export interface Reading {
  /** The same list as before where nothing has changed that matters here. */
  applications: CatalogApplication[];
  /** Moves with every change of any Application. */
  resourceVersion?: string;
  /** Empty where they are not wanted, or the account may not read them; `undefined` until that is known. */
  clusters?: ListedCluster[];
}

/** Reads one instance, and keeps what it answered last while it does not answer. */
export class InstanceReader {
  readonly name: string;
  readonly #client: ArgoCdReader;
  readonly #label: string;
  readonly #wantsClusters: boolean;
  readonly #logger: LoggerService;
  readonly #failures: FailureLog;
  readonly #clusterFailures: FailureLog;
  readonly #doubt: EmptyListDoubt;
  readonly #share = singleFlight<boolean>();
  #reading?: Reading;
  #state: 'unknown' | 'answers' | 'fails' = 'unknown';

  static create(options: {
    client: ArgoCdReader;
    /** The label of Applications that is kept. */
    label: string;
    /** Whether clusters are read, too. */
    clusters: boolean;
    logger: LoggerService;
  }): InstanceReader {
    return new InstanceReader(options);
  }

  private constructor(options: {
    client: ArgoCdReader;
    label: string;
    clusters: boolean;
    logger: LoggerService;
  }) {
    const { client, label, clusters, logger } = options;
    this.name = client.name;
    this.#client = client;
    this.#doubt = new EmptyListDoubt({ instance: client.name });
    this.#label = label;
    this.#wantsClusters = clusters;
    this.#logger = logger;
    this.#failures = FailureLog.create({ logger });
    this.#clusterFailures = FailureLog.create({ logger });
  }

  /** `undefined` until the instance has answered once. */
  get reading(): Reading | undefined {
    return this.#reading;
  }

  /** Whether the instance was asked, and answered or failed. */
  get asked(): boolean {
    return this.#state !== 'unknown';
  }

  /** Asks the instance, once for all who want it at the same time. Resolves to whether it answered. */
  refresh(signal?: AbortSignal): Promise<boolean> {
    return this.#share('', async () => {
      try {
        const applications = await this.#readApplications(signal);
        // Only now: a circuit that is half open lets a single call through.
        const clusters = await this.#readClusters(signal);
        this.#reading = { ...applications, clusters };
        this.#succeeded();
        return true;
      } catch (error) {
        this.#failed(error);
        return false;
      }
    });
  }

  async #readApplications(
    signal?: AbortSignal,
  ): Promise<Pick<Reading, 'applications' | 'resourceVersion'>> {
    const kept = this.#reading;
    if (kept?.resourceVersion !== undefined) {
      const version = await this.#client.listResourceVersion(signal);
      if (version === kept.resourceVersion) {
        return kept;
      }
    }
    const { applications, resourceVersion } =
      await this.#client.listApplications(signal);
    this.#doubt.check({
      known: kept?.applications.length ?? 0,
      listed: applications.length,
    });
    const read = applications.map(app =>
      toCatalogApplication(app, { instance: this.name, label: this.#label }),
    );
    // Most changes are of states, which do not matter here.
    const same = isDeepStrictEqual(kept?.applications, read);
    return {
      applications: kept && same ? kept.applications : read,
      resourceVersion,
    };
  }

  /** Where the clusters alone fail, Applications are read all the same. */
  async #readClusters(signal?: AbortSignal): Promise<Reading['clusters']> {
    if (!this.#wantsClusters) {
      return [];
    }
    try {
      const clusters = await readClusters(this.#client, signal);
      this.#clusterFailures.succeeded();
      return clusters;
    } catch (error) {
      this.#clusterFailures.failed(
        error,
        'The clusters in the catalog stay as they are.',
      );
      return this.#reading?.clusters;
    }
  }

  #succeeded(): void {
    this.#failures.succeeded();
    if (this.#state !== 'answers') {
      this.#state = 'answers';
      this.#logger.info(
        `Argo CD instance '${this.name}' answers: ${
          this.#reading?.applications.length
        } Applications`,
      );
    }
  }

  #failed(error: unknown): void {
    this.#state = 'fails';
    this.#failures.failed(
      error,
      this.#reading
        ? 'The catalog goes by what it answered last.'
        : 'Entities keep what the catalog knew of them until it answers once; where it is gone for good, remove it from gitops.argocd.instances.',
    );
  }
}
