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

import { GrpcError } from '../http';
import { sourcesOf } from '../projects';
import type { Application } from '../types';
import { isAutomated } from './isAutomated';
import type { RouteContext } from './RouteContext';
import type { SyncBody } from './syncBody';

/** The commit that each source is to be synced to. Rejects with `GrpcError` 400 where Argo CD refuses one. */
export async function resolveRevisions(
  { platform }: RouteContext,
  application: Application,
  body: SyncBody,
): Promise<string[]> {
  const multiple = Boolean(application.spec.sources?.length);
  const sources = sourcesOf(application.spec);
  const desired = sources.map(() => '');
  if (!multiple) {
    desired[0] = body.revision ?? '';
  }
  for (const [index, position] of (body.sourcePositions ?? []).entries()) {
    if (position < 1 || position > sources.length) {
      throw new GrpcError('unknown', 'source position is out of range');
    }
    desired[position - 1] = body.revisions?.[index] ?? '';
  }
  return Promise.all(
    sources.map(async ({ repoURL, targetRevision, chart }, index) => {
      const revision = desired[index];
      const other = revision && revision !== (targetRevision || 'HEAD');
      if (other && isAutomated(application) && !body.dryRun) {
        throw new GrpcError(
          'failedPrecondition',
          multiple
            ? `Cannot sync source ${repoURL} to ${revision}: auto-sync currently set to ${
                targetRevision ?? ''
              }`
            : `Cannot sync to ${revision}: auto-sync currently set to ${
                targetRevision ?? ''
              }`,
        );
      }
      try {
        return chart
          ? await platform.charts.resolve(repoURL, {
              chart,
              version: revision || targetRevision || '*',
            })
          : await platform.repositories.resolve(
              repoURL,
              revision || targetRevision || 'HEAD',
            );
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        throw new GrpcError(
          'failedPrecondition',
          `error resolving repo revision: rpc error: code = Unknown desc = ${message}`,
        );
      }
    }),
  );
}
