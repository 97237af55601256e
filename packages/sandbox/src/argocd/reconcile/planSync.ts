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

import {
  type ApplyResult,
  groupOf,
  identityOf,
  imagesOf,
  type LiveResource,
  pairResources,
  trackedBy,
  versionOf,
} from '../cluster';
import { refusalOf } from '../projects';
import type {
  AppProject,
  KubernetesObject,
  ResourceIdentity,
  ResourceResult,
  SyncOperation,
} from '../types';
import { hasSyncOption, hookTypesOf, syncWaveOf } from './hooks';
import { inPruneOrder, inSyncOrder } from './syncOrder';

/** One thing that a sync does, and the result that it leaves in the status. */
export interface SyncTask {
  action: 'apply' | 'prune' | 'hook' | 'none';
  manifest: KubernetesObject;
  result: ResourceResult;
}

/** What a sync is going to do, in order; with `problems`, it does nothing. */
export interface SyncPlan {
  tasks: SyncTask[];
  problems: ResourceResult[];
}

/** `deployment.apps/cart`, as kubectl names it. */
function shortName(manifest: KubernetesObject): string {
  const group = groupOf(manifest.apiVersion);
  const kind = manifest.kind.toLowerCase();
  return `${group ? `${kind}.${group}` : kind}/${manifest.metadata.name}`;
}

function resultOf(
  manifest: KubernetesObject,
  fields: Omit<
    ResourceResult,
    'group' | 'version' | 'kind' | 'namespace' | 'name'
  >,
): ResourceResult {
  return {
    ...identityOf(manifest),
    version: versionOf(manifest.apiVersion),
    ...fields,
  };
}

function isSelected(
  operation: SyncOperation,
  { group, kind, namespace, name }: ResourceIdentity,
): boolean {
  const filters = operation.resources ?? [];
  const matches = (one: (typeof filters)[number]) =>
    (one.group ?? '') === group &&
    one.kind === kind &&
    one.name === name &&
    (!one.namespace || one.namespace === namespace);
  const included = filters.filter(one => !one.exclude);
  return (
    (included.length === 0 || included.some(matches)) &&
    !filters.some(one => one.exclude && matches(one))
  );
}

function pruneTask(
  manifest: KubernetesObject,
  operation: SyncOperation,
  suffix: string,
): SyncTask {
  const common = { hookPhase: 'Succeeded', syncPhase: 'Sync' } as const;
  const skipped = (message: string): SyncTask => ({
    action: 'none',
    manifest,
    result: resultOf(manifest, { status: 'PruneSkipped', message, ...common }),
  });
  if (hasSyncOption(manifest, 'Prune=false')) {
    return skipped('ignored (no prune)');
  }
  return operation.prune
    ? {
        action: 'prune',
        manifest,
        result: resultOf(manifest, {
          status: 'Pruned',
          message: `pruned${suffix}`,
          ...common,
        }),
      }
    : skipped('ignored (requires pruning)');
}

/**
 * What a sync does, wave by wave: the namespace where it is asked for, hooks, what Git has, and at the end what it no
 * longer has. Nothing is done where the project refuses a resource.
 */
export function planSync(options: {
  application: string;
  project: AppProject;
  operation: SyncOperation;
  namespace: string;
  targets: KubernetesObject[];
  live: LiveResource[];
  namespaceExists: boolean;
  dryRun: (manifest: KubernetesObject) => ApplyResult;
}): SyncPlan {
  const { operation, project } = options;
  const suffix = operation.dryRun ? ' (dry run)' : '';
  const withoutHooks =
    Boolean(operation.resources?.length) ||
    operation.syncStrategy?.apply !== undefined;
  const hooks = options.targets.filter(one => hookTypesOf(one));
  const wanted = options.targets.filter(one => !hookTypesOf(one));
  const present = options.live.filter(one => !hookTypesOf(one.applied));
  const pairs = pairResources(wanted, present).filter(({ target, live }) => {
    const manifest = target ?? live?.applied;
    return manifest && isSelected(operation, identityOf(manifest));
  });
  const targets = inSyncOrder(pairs.flatMap(({ target }) => target ?? []));
  const problems = targets.flatMap(target => {
    const refusal = refusalOf(project, identityOf(target));
    return refusal
      ? [
          resultOf(target, {
            status: 'SyncFailed',
            message: refusal,
            hookPhase: 'Failed',
            syncPhase: 'Sync',
          }),
        ]
      : [];
  });
  const lastWave = Math.max(...targets.map(syncWaveOf));
  const apply = (manifest: KubernetesObject, syncPhase: 'PreSync' | 'Sync') => {
    const images = imagesOf(manifest);
    return {
      action: 'apply' as const,
      manifest,
      result: resultOf(manifest, {
        status: 'Synced',
        message: `${shortName(manifest)} ${options.dryRun(manifest)}${suffix}`,
        hookPhase:
          operation.dryRun || syncWaveOf(manifest) < lastWave
            ? 'Succeeded'
            : 'Running',
        syncPhase,
        ...(images.length > 0 ? { images } : {}),
      }),
    };
  };
  const namespace: KubernetesObject = {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: options.namespace },
  };
  const wantsNamespace =
    operation.syncOptions?.includes('CreateNamespace=true') &&
    !options.namespaceExists &&
    !wanted.some(
      ({ kind, metadata }) =>
        kind === 'Namespace' && metadata.name === options.namespace,
    );
  const hookTasks = (phase: 'PreSync' | 'Sync' | 'PostSync'): SyncTask[] =>
    withoutHooks
      ? []
      : hooks
          .filter(hook => hookTypesOf(hook)?.includes(phase))
          .map(hook => ({
            action: 'hook',
            manifest: hook,
            result: resultOf(hook, {
              status: 'Synced',
              message: operation.dryRun
                ? `${shortName(hook)} created${suffix}`
                : `${hook.metadata.name} created`,
              hookType: phase,
              hookPhase: 'Succeeded',
              syncPhase: phase,
            }),
          }));
  const extra = pairs.filter(
    ({ target, live }) =>
      !target && live && trackedBy(live.applied) === options.application,
  );
  const prunes = inPruneOrder(
    extra.flatMap(({ live }) => live?.applied ?? []),
  ).map(manifest => pruneTask(manifest, operation, suffix));
  return {
    problems,
    tasks: [
      ...(wantsNamespace ? [apply(namespace, 'PreSync')] : []),
      ...hookTasks('PreSync'),
      ...targets.map(target => apply(target, 'Sync')),
      ...hookTasks('Sync'),
      ...prunes,
      ...hookTasks('PostSync'),
    ],
  };
}
