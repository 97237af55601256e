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
import { InputError, NotFoundError, toError } from '@backstage/errors';
import type {
  OperationProgress,
  UpstreamStatus,
} from '@gitops-platform/backstage-plugin-gitops-common';
import type { ArgoSyncPolicy } from '@gitops-platform/backstage-plugin-gitops-node';
import type { ArgoCdInstance, ArgoCdInstances } from '../ArgoCdInstances';
import type { SyncWindowsReader } from '../details/SyncWindowsReader';
import { whyBlocked } from '../details/whyBlocked';
import { publicReason } from '../../text/publicReason';
import type { StoredApplication } from '../store';
import { isRunning } from './judgeOperation';
import { LatestOperations } from './LatestOperations';
import type { OperationFacts } from './OperationFacts';
import type { OperationRequest } from './OperationRequest';
import { projectOperation } from './projectOperation';
import { unknownResources } from './unknownResources';

const MAX_NAMED = 10;

type Client = ArgoCdInstance['client'];
type Windows = NonNullable<OperationFacts['windows']>;

/** What is known for somebody who looks. */
export interface RecentFacts {
  facts: OperationFacts & { operation?: OperationProgress };
  status: UpstreamStatus;
}

/** What is known the moment before an operation begins. */
export interface FreshFacts {
  facts: OperationFacts;
  /** What auto-sync does beside it. */
  automated: ArgoSyncPolicy['automated'];
}

/** Gathers what decides whether an operation is possible. */
export class OperationFactsReader {
  readonly #instances: ArgoCdInstances;
  readonly #syncWindows: Pick<SyncWindowsReader, 'read'>;
  readonly #logger: LoggerService;
  readonly #latest = LatestOperations.create();

  static create(options: {
    instances: ArgoCdInstances;
    syncWindows: Pick<SyncWindowsReader, 'read'>;
    logger: LoggerService;
  }): OperationFactsReader {
    return new OperationFactsReader(options);
  }

  private constructor(options: {
    instances: ArgoCdInstances;
    syncWindows: Pick<SyncWindowsReader, 'read'>;
    logger: LoggerService;
  }) {
    this.#instances = options.instances;
    this.#syncWindows = options.syncWindows;
    this.#logger = options.logger;
  }

  /** Not older than a few seconds. Where the instance fails, what the store knows. Never rejects. */
  async recent(app: StoredApplication): Promise<RecentFacts> {
    const name = app.instance;
    try {
      const [{ operation, fetchedAt }, windows] = await Promise.all([
        this.#latest.get(this.clientOf(app), app),
        // What runs is in the way already.
        app.operation && isRunning(app.operation)
          ? undefined
          : this.#recentWindows(app),
      ]);
      return {
        facts: { app, operation, windows },
        status: { name, status: 'ok', fetchedAt },
      };
    } catch (error) {
      this.#logger.warn(toError(error).message);
      const operation =
        app.operation &&
        projectOperation({ ...app.operation, retryCount: 0, resources: [] });
      return {
        facts: { app, operation },
        status: {
          name,
          status: operation ? 'stale' : 'error',
          error: publicReason(name, error),
        },
      };
    }
  }

  /**
   * As Argo CD says at this moment. Rejects with `UpstreamError` where it does not, and with `InputError` for resources
   * that the Application does not have.
   */
  async fresh(
    app: StoredApplication,
    request: OperationRequest,
  ): Promise<FreshFacts> {
    const client = this.clientOf(app);
    const [operation, windows, automated] = await Promise.all([
      request.action === 'refresh' ? undefined : client.getOperation(app),
      request.action === 'sync' ? this.#freshWindows(client, app) : undefined,
      app.autoSync ? readAutomated(client, app) : undefined,
      request.action === 'sync' && requireResources(client, app, request),
    ]);
    return { facts: { app, operation, windows }, automated };
  }

  /** What is kept of the Application's operation is no longer true. */
  forget(app: StoredApplication): void {
    this.#latest.forget(app);
  }

  clientOf(app: StoredApplication): Client {
    const instance = this.#instances.get(app.instance);
    if (!instance) {
      throw new NotFoundError(`There is no Argo CD instance ${app.instance}`);
    }
    return instance.client;
  }

  /** `undefined` where Argo CD does not say: that is no reason to refuse. */
  async #recentWindows(app: StoredApplication): Promise<Windows | undefined> {
    const { canSync, reason, instances } = await this.#syncWindows.read(app);
    const known = instances.every(({ status }) => status !== 'error');
    return known ? { canSync, reason } : undefined;
  }

  /** The same. Argo CD checks the windows itself, before it begins. */
  async #freshWindows(
    client: Client,
    app: StoredApplication,
  ): Promise<Windows | undefined> {
    try {
      const windows = await client.getSyncWindows(app);
      return {
        canSync: windows.canSync,
        reason: whyBlocked(windows, new Date()),
      };
    } catch (error) {
      this.#logger.warn(toError(error).message);
      return undefined;
    }
  }
}

/** Only a remark hangs on it, so a failure is no reason to refuse. */
async function readAutomated(
  client: Client,
  app: StoredApplication,
): Promise<ArgoSyncPolicy['automated']> {
  try {
    return (await client.getSources(app)).syncPolicy.automated;
  } catch {
    return { prune: false, selfHeal: false };
  }
}

async function requireResources(
  client: Client,
  app: StoredApplication,
  { resources }: OperationRequest & { action: 'sync' },
): Promise<void> {
  const unknown = resources
    ? unknownResources(resources, await client.listManagedResources(app))
    : [];
  if (unknown.length > 0) {
    const others = unknown.length - MAX_NAMED;
    const named = unknown.slice(0, MAX_NAMED).join(', no ');
    throw new InputError(
      `The Application ${app.namespace}/${app.name} has no ${named}${
        others > 0 ? ` and ${others} more` : ''
      }: resources are chosen by group, kind, namespace and name, as its resource tree shows them`,
    );
  }
}
