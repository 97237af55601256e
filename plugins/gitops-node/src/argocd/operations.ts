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

import { InputError } from '@backstage/errors';
import { UpstreamError, type UpstreamCall } from '../upstream';
import type { ArgoApplicationKey } from './ArgoApplication';
import type { ArgoCdConnection } from './ArgoCdConnection';
import { applicationPath, queryOf } from './applicationPath';

/**
 * One of an Application's resources.
 * @public
 */
export interface ArgoResourceRef {
  /** Empty for the core group. */
  group: string;
  kind: string;
  namespace?: string;
  name: string;
}

/**
 * A sync to what Git says; there is no way to name another revision.
 * @public
 */
export interface ArgoSyncRequest {
  /** Only try whether the cluster would accept it. */
  dryRun?: boolean;
  /** Delete what Git no longer has. */
  prune?: boolean;
  /** Replace what cannot be patched, which may interrupt the service. */
  force?: boolean;
  /** Only these; without the list, all. An empty list is refused. */
  resources?: ArgoResourceRef[];
  /** Kept with the operation, such as who asked for it. */
  infos?: { name: string; value: string }[];
}

/** Has Argo CD compare an Application again, and waits until it has. */
export async function refresh(
  connection: ArgoCdConnection,
  key: ArgoApplicationKey,
  options: { mode: 'normal' | 'hard'; signal?: AbortSignal },
): Promise<void> {
  const { mode, signal } = options;
  try {
    await connection.json(applicationPath(key), {
      query: { ...queryOf(key), refresh: mode },
      signal,
    });
  } catch (error) {
    throw error instanceof UpstreamError && error.failure === 'timeout'
      ? new UpstreamError({
          ...connection.upstream,
          failure: 'timeout',
          what: 'was asked to refresh and has not finished in time',
          remedy: 'it goes on; a longer timeout can be configured',
        })
      : error;
  }
}

/** Begins a sync. It is never repeated: see {@link UpstreamError.uncertain}. */
export async function sync(
  connection: ArgoCdConnection,
  key: ArgoApplicationKey,
  options: { request: ArgoSyncRequest; signal?: AbortSignal },
): Promise<void> {
  const { dryRun, prune, force, resources, infos } = options.request;
  if (resources?.length === 0) {
    // Argo CD would take it as "all".
    throw new InputError('A sync of no resources: choose at least one');
  }
  await write(connection, 'the sync', applicationPath(key, 'sync'), {
    method: 'POST',
    // Argo CD reads nothing but the body here.
    body: {
      ...queryOf(key),
      dryRun: dryRun === true,
      prune: prune === true,
      ...(force && { strategy: { hook: { force: true } } }),
      ...(resources && {
        resources: resources.map(({ group, kind, namespace, name }) => ({
          group,
          kind,
          name,
          ...(namespace && { namespace }),
        })),
      }),
      ...(infos && { infos }),
    },
    signal: options.signal,
  });
}

/** Ends the operation that runs. Where none does, Argo CD refuses. */
export async function terminate(
  connection: ArgoCdConnection,
  key: ArgoApplicationKey,
  signal?: AbortSignal,
): Promise<void> {
  await write(
    connection,
    'the termination',
    applicationPath(key, 'operation'),
    { method: 'DELETE', query: queryOf(key), signal },
  );
}

async function write(
  connection: ArgoCdConnection,
  subject: string,
  path: string,
  call: UpstreamCall,
): Promise<void> {
  try {
    await connection.json(path, call);
  } catch (error) {
    throw error instanceof UpstreamError && isAnswerLost(error)
      ? new UpstreamError({
          ...connection.upstream,
          failure: error.failure,
          status: error.status,
          code: error.code,
          what: `may or may not have begun ${subject}, because its answer was lost (${error.failure})`,
          remedy: "look at the Application's operation before you ask again",
          uncertain: true,
        })
      : error;
  }
}

/** Whether the request may have been carried out all the same. */
function isAnswerLost({ failure, status, code }: UpstreamError): boolean {
  switch (failure) {
    case 'timeout':
    case 'malformed':
    case 'too-large':
    case 'content-type':
      return true;
    case 'connection':
      return code !== 'ECONNREFUSED';
    case 'server-error':
      return [502, 503, 504].includes(status ?? 0);
    default:
      return false;
  }
}
