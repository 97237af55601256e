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
import { sourcesOf, validateSpec } from '../projects';
import { RenderError, type Rendering } from '../render';
import type {
  Application,
  AppProject,
  ResourceResult,
  SyncOperation,
} from '../types';
import type { ControlPlane } from './ControlPlane';
import type { OperationOutcome } from './finishOperation';
import type { Platform } from './Platform';
import { planSync, type SyncTask } from './planSync';

interface SyncRequest {
  platform: Platform;
  controlPlane: ControlPlane;
  application: Application;
  operation: SyncOperation;
}

function requestedRevisions({ revision, revisions }: SyncOperation): string[] {
  return revisions ?? [revision ?? ''];
}

async function renderOperation({
  platform,
  application,
  operation,
}: SyncRequest): Promise<Rendering> {
  const { metadata, spec } = application;
  return platform.renderer.render({
    applicationName: metadata.name,
    namespace: spec.destination.namespace ?? '',
    sources: operation.sources?.length
      ? operation.sources
      : sourcesOf({ ...spec, source: operation.source ?? spec.source }),
    revisions: requestedRevisions(operation),
  });
}

function planOf(
  { platform, application, operation }: SyncRequest,
  project: AppProject,
  manifests: Rendering['manifests'],
) {
  const { cluster } = platform;
  const { name } = application.metadata;
  const namespace = application.spec.destination.namespace ?? '';
  const found = manifests.flatMap(one => cluster.get(identityOf(one)) ?? []);
  const live = cluster.get({
    group: '',
    kind: 'Namespace',
    namespace: '',
    name: namespace,
  });
  return planSync({
    application: name,
    project,
    operation,
    namespace,
    targets: manifests,
    live: [...new Set([...cluster.ownedBy(name), ...found])],
    namespaceExists: live !== undefined,
    dryRun: manifest => cluster.dryRun(manifest),
  });
}

function runTask(
  { controlPlane, operation }: SyncRequest,
  { action, manifest, result }: SyncTask,
): ResourceResult {
  try {
    if (action === 'apply' && !operation.dryRun) {
      controlPlane.apply(manifest);
    } else if (action === 'prune' && !operation.dryRun) {
      controlPlane.delete(manifest);
    }
    return result;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { ...result, status: 'SyncFailed', message, hookPhase: 'Failed' };
  }
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
      resources: [],
    };
  }
  const project = platform.projects.get(spec.project || 'default');
  const [invalid] = validateSpec(spec, project);
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
  const resources = plan.tasks.map(task => runTask(request, task));
  if (resources.some(({ status: code }) => code === 'SyncFailed')) {
    return {
      phase: 'Failed',
      message: 'one or more objects failed to apply',
      revisions,
      resources,
    };
  }
  const all = operation.dryRun ? 'no more tasks' : 'all tasks run';
  return {
    phase: 'Succeeded',
    message: `successfully synced (${all})`,
    revisions,
    resources,
  };
}
