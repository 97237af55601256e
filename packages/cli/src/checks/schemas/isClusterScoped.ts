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

/** Kinds of the whole cluster that add-ons and services use, beside those whose name begins with `Cluster`. */
const CLUSTER_SCOPED = new Set([
  'APIService',
  'Assign',
  'AssignImage',
  'AssignMetadata',
  'Bundle',
  'CSIDriver',
  'ConstraintTemplate',
  'CustomResourceDefinition',
  'EC2NodeClass',
  'ExpansionTemplate',
  'GatewayClass',
  'IngressClass',
  'IngressClassParams',
  'NodeOverlay',
  'ModifySet',
  'MutatingAdmissionPolicy',
  'MutatingAdmissionPolicyBinding',
  'MutatingWebhookConfiguration',
  'Namespace',
  'NodeClaim',
  'NodePool',
  'PersistentVolume',
  'PriorityClass',
  'Provider',
  'RuntimeClass',
  'StorageClass',
  'SyncSet',
  'TektonChain',
  'TektonConfig',
  'TektonDashboard',
  'TektonHub',
  'TektonPipeline',
  'TektonPruner',
  'TektonResult',
  'TektonTrigger',
  'ValidatingAdmissionPolicy',
  'ValidatingAdmissionPolicyBinding',
  'ValidatingWebhookConfiguration',
  'VolumeAttributesClass',
  'VolumeSnapshotClass',
]);

/**
 * Whether a kind belongs to the whole cluster, for where no schema says so.
 *
 * @internal
 */
export function isClusterScoped({
  group,
  kind,
}: {
  group: string;
  kind: string;
}): boolean {
  if (group === 'constraints.gatekeeper.sh') return true;
  // A Cluster, such as one of PostgreSQL, is in a namespace.
  return /^Cluster[A-Z]/.test(kind) || CLUSTER_SCOPED.has(kind);
}
