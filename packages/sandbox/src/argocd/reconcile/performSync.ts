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

import { identityOf, imagesOf, isBrokenImage } from '../cluster';
import { validateSpec } from '../projects';
import { RenderError, type Rendering } from '../render';
import type { ResourceResult } from '../types';
import type { OperationOutcome } from './finishOperation';
import { hookDeletePoliciesOf } from './hooks';
import {
  planOf,
  renderOperation,
  requestedRevisions,
  type SyncRequest,
} from './planOperation';
import type { SyncTask } from './planSync';

/** Runs a hook as a Job would run: it fails where its image cannot be pulled. */
function runHook(
  { platform }: SyncRequest,
  { manifest, result }: SyncTask,
): ResourceResult {
  const { cluster } = platform;
  // By default, the hook of the last sync goes only before the next one.
  cluster.delete(identityOf(manifest));
  const failed = imagesOf(manifest).some(isBrokenImage);
  const policies = hookDeletePoliciesOf(manifest);
  if (!policies.includes(failed ? 'HookFailed' : 'HookSucceeded')) {
    cluster.apply(manifest);
  }
  return failed
    ? {
        ...result,
        hookPhase: 'Failed',
        message: `${manifest.kind} has reached the specified backoff limit`,
      }
    : result;
}

function runTask(request: SyncRequest, task: SyncTask): ResourceResult {
  const { controlPlane, operation } = request;
  const { action, manifest, result } = task;
  if (operation.dryRun) {
    return result;
  }
  try {
    switch (action) {
      case 'apply':
        controlPlane.apply(manifest);
        return result;
      case 'prune':
        controlPlane.delete(manifest);
        return result;
      case 'hook':
        return runHook(request, task);
      default:
        return result;
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { ...result, status: 'SyncFailed', message, hookPhase: 'Failed' };
  }
}

/** Runs tasks in order; what comes after a phase of hooks waits for all of them, and is not done where one fails. */
function runTasks(request: SyncRequest, tasks: SyncTask[]): ResourceResult[] {
  const results: ResourceResult[] = [];
  let failedPhase: string | undefined;
  for (const task of tasks) {
    if (failedPhase && task.result.syncPhase !== failedPhase) {
      break;
    }
    const result = runTask(request, task);
    results.push(result);
    if (task.action === 'hook' && result.hookPhase === 'Failed') {
      failedPhase = result.syncPhase;
    }
  }
  return results;
}

/** Renders what an operation asks for and writes it to the cluster; whatever goes wrong is its outcome. */
export async function performSync(
  request: SyncRequest,
): Promise<OperationOutcome> {
  const { platform, application, operation } = request;
  const { spec, status } = application;
  const requested = requestedRevisions(operation);
  if (status.operationState?.phase === 'Terminating') {
    return {
      phase: 'Failed',
      message: 'Operation terminated',
      revisions: requested,
      resources: status.operationState.syncResult?.resources ?? [],
    };
  }
  const project = platform.projects.get(spec.project || 'default');
  const [invalid] = validateSpec(application, project);
  if (!project || invalid) {
    return {
      phase: 'Error',
      message: `${invalid.type}: ${invalid.message}`,
      revisions: requested,
    };
  }
  let rendering: Rendering;
  try {
    rendering = await renderOperation(request);
  } catch (error) {
    if (!(error instanceof RenderError)) {
      throw error;
    }
    return {
      phase: 'Error',
      message: `ComparisonError: ${error.message}`,
      revisions: requested,
      resources: [],
    };
  }
  const { manifests, revisions } = rendering;
  const plan = planOf(request, project, manifests);
  if (plan.problems.length > 0) {
    return {
      phase: 'Failed',
      message: 'one or more synchronization tasks are not valid',
      revisions,
      resources: plan.problems,
    };
  }
  const resources = runTasks(request, plan.tasks);
  if (resources.some(({ status: code }) => code === 'SyncFailed')) {
    return {
      phase: 'Failed',
      message: 'one or more objects failed to apply',
      revisions,
      resources,
    };
  }
  if (resources.some(one => one.hookType && one.hookPhase === 'Failed')) {
    return {
      phase: 'Failed',
      message: 'one or more synchronization tasks completed unsuccessfully',
      revisions,
      resources,
    };
  }
  const idle = operation.dryRun || resources.length === 0;
  const all = idle ? 'no more tasks' : 'all tasks run';
  return {
    phase: 'Succeeded',
    message: `successfully synced (${all})`,
    revisions,
    resources,
  };
}
