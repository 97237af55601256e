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
