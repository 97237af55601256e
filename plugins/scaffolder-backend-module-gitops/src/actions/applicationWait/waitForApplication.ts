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

import { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError, isError } from '@backstage/errors';
import {
  ArgoApplication,
  ArgoApplicationKey,
  Clock,
  UpstreamError,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { ArgoCdReader } from './ArgoCdReader';
import { describeState, describeTrouble } from './describeState';
import { isDeployed, WantedRevision } from './isDeployed';
import { poll } from './poll';

const INTERVAL = 4_000;

/**
 * Waits until Argo CD says Synced and Healthy, at the wanted revision where there is one.
 *
 * Rejects with a `ConflictError` that says why not when the time is over, and at once with what Argo CD answers where
 * waiting will not help, such as a refused token.
 */
export async function waitForApplication(options: {
  argoCd: ArgoCdReader;
  key: ArgoApplicationKey;
  /** What must be deployed; without it, whatever there is. */
  wanted?: WantedRevision;
  clock: Clock;
  deadline: number;
  logger: LoggerService;
  signal?: AbortSignal;
}): Promise<ArgoApplication> {
  const { argoCd, key, wanted, logger, signal } = options;
  let latest: ArgoApplication | undefined;
  let obstacle: string | undefined;
  let told = '';
  const tell = (state: string) => {
    if (state !== told) {
      logger.info(`${key.name}: ${state}`);
      told = state;
    }
  };

  const ready = await poll({
    ...options,
    interval: INTERVAL,
    ask: async () => {
      try {
        latest = await argoCd.getApplication(key, signal);
        obstacle = undefined;
      } catch (error) {
        signal?.throwIfAborted();
        latest = undefined;
        obstacle = reasonToWait(error);
        tell(obstacle);
        return undefined;
      }
      tell(describeState(latest));
      if (
        latest.sync !== 'Synced' ||
        latest.health !== 'Healthy' ||
        latest.operation?.phase === 'Running'
      ) {
        return undefined;
      }
      if (!wanted) {
        return latest;
      }
      obstacle = `it is well, but not yet at ${wanted.revision.slice(0, 7)}`;
      try {
        if (await isDeployed(latest, wanted)) {
          return latest;
        }
      } catch (error) {
        signal?.throwIfAborted();
        obstacle = reasonToCompareAgain(error);
      }
      return undefined;
    },
  });
  if (ready) {
    return ready;
  }

  const trouble = latest
    ? describeTrouble(latest, await resourcesOf(argoCd, key, signal))
    : [];
  const state = latest && describeState(latest);
  throw new ConflictError(
    [
      `${key.name} did not become Synced and Healthy in time`,
      ...[state, obstacle, ...trouble].filter(item => item !== undefined),
    ].join('; '),
  );
}

/** The tree only adds detail to a failure: where it cannot be had, the failure is told without it. */
async function resourcesOf(
  argoCd: ArgoCdReader,
  key: ArgoApplicationKey,
  signal?: AbortSignal,
) {
  try {
    return await argoCd.getResourceTree(key, signal);
  } catch (error) {
    signal?.throwIfAborted();
    return [];
  }
}

/** Throws what waiting does not mend. */
function reasonToWait(error: unknown): string {
  if (!isUpstreamError(error)) {
    throw error;
  }
  // Argo CD says 403 as well where an Application does not exist.
  if (error.failure === 'not-found' || error.failure === 'forbidden') {
    return 'Argo CD does not have it yet, or may not show it';
  }
  if (!error.retryable && error.failure !== 'circuit-open') {
    throw error;
  }
  return error.message;
}

/** Throws what waiting does not mend. The next turn asks again. */
function reasonToCompareAgain(error: unknown): string {
  if (
    !isError(error) ||
    !['ServiceUnavailableError', 'NotFoundError'].includes(error.name)
  ) {
    throw error;
  }
  return `it is well, but whether it has the wanted commit is not known: ${error.message}`;
}

function isUpstreamError(error: unknown): error is UpstreamError {
  return isError(error) && error.name === 'UpstreamError';
}
