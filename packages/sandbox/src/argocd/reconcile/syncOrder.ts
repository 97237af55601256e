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

import type { KubernetesObject } from '../types';
import { syncWaveOf } from './hooks';

/** The order in which Argo CD applies kinds of one wave. */
const KIND_ORDER = [
  'Namespace',
  'NetworkPolicy',
  'ResourceQuota',
  'LimitRange',
  'PodDisruptionBudget',
  'ServiceAccount',
  'Secret',
  'ConfigMap',
  'StorageClass',
  'PersistentVolume',
  'PersistentVolumeClaim',
  'CustomResourceDefinition',
  'ClusterRole',
  'ClusterRoleBinding',
  'Role',
  'RoleBinding',
  'Service',
  'DaemonSet',
  'Pod',
  'ReplicaSet',
  'Deployment',
  'HorizontalPodAutoscaler',
  'StatefulSet',
  'Job',
  'CronJob',
  'IngressClass',
  'Ingress',
  'APIService',
];

function kindRank({ kind }: KubernetesObject): number {
  const rank = KIND_ORDER.indexOf(kind);
  return rank < 0 ? KIND_ORDER.length : rank;
}

/** Sorts manifests as they are applied: by wave, then by kind. */
export function inSyncOrder(manifests: KubernetesObject[]): KubernetesObject[] {
  return [...manifests].sort(
    (a, b) => syncWaveOf(a) - syncWaveOf(b) || kindRank(a) - kindRank(b),
  );
}

/** Sorts manifests as they are pruned: what was applied last goes first. */
export function inPruneOrder(
  manifests: KubernetesObject[],
): KubernetesObject[] {
  return [...manifests].sort((a, b) => kindRank(b) - kindRank(a));
}
