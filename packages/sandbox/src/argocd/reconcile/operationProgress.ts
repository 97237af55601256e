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

import { identityOf } from '../cluster';
import type { OperationState } from '../types';
import { syncResultOf } from './finishOperation';
import { planOf, renderOperation, type SyncRequest } from './planOperation';

/** How an operation that has just begun shows itself. */
type Progress = Pick<OperationState, 'message' | 'syncResult'>;

const BEGUN: Progress = { message: 'one or more tasks are running' };

/** What an operation waits for first: the hooks before the sync, where there are any. */
export async function operationProgress(
  request: SyncRequest,
): Promise<Progress> {
  const { platform, application, operation } = request;
  const project = platform.projects.get(application.spec.project || 'default');
  if (!project || operation.dryRun) {
    return BEGUN;
  }
  const { manifests, revisions } = await renderOperation(request);
  const { tasks, problems } = planOf(request, project, manifests);
  const hooks = tasks.filter(
    ({ action, result }) => action === 'hook' && result.syncPhase === 'PreSync',
  );
  if (hooks.length === 0 || problems.length > 0) {
    return BEGUN;
  }
  const { group, kind, name } = identityOf(hooks[0].manifest);
  const more = hooks.length > 1 ? ` and ${hooks.length - 1} more hooks` : '';
  return {
    message: `waiting for completion of hook ${group}/${kind}/${name}${more}`,
    syncResult: syncResultOf(operation, {
      revisions,
      resources: hooks.map(({ result }) => ({
        ...result,
        hookPhase: 'Running',
      })),
    }),
  };
}
