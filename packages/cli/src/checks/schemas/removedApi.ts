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

/** The oldest and the newest Kubernetes that the platform runs on. @public */
export const KUBERNETES_VERSIONS = { oldest: '1.33', newest: '1.36' };

/** API versions that none of them serves any more: version, kinds (all where empty), since when, what instead. */
const REMOVED: [RegExp, RegExp, string, string][] = [
  [/^extensions\/v1beta1$/, /./, '1.22', 'apps/v1 or networking.k8s.io/v1'],
  [/^apps\/v1beta[12]$/, /./, '1.16', 'apps/v1'],
  [
    /^(networking|rbac\.authorization|coordination|scheduling|apiextensions|admissionregistration|apiregistration)\.k8s\.io\/v1beta1$/,
    /^(Ingress|IngressClass|Role|ClusterRole|RoleBinding|ClusterRoleBinding|Lease|PriorityClass|CustomResourceDefinition|(Mutating|Validating)WebhookConfiguration|APIService)$/,
    '1.22',
    'v1',
  ],
  [/^batch\/v1beta1$/, /./, '1.25', 'batch/v1'],
  [
    /^policy\/v1beta1$/,
    /./,
    '1.25',
    'policy/v1, and Pod Security by labels of the namespace',
  ],
  [/^autoscaling\/v2beta[12]$/, /./, '1.26', 'autoscaling/v2'],
  [/^(discovery|events|node)\.k8s\.io\/v1beta1$/, /./, '1.25', 'v1'],
  [/^flowcontrol\.apiserver\.k8s\.io\/v1beta[123]$/, /./, '1.32', 'v1'],
  [
    /^storage\.k8s\.io\/v1beta1$/,
    /^(CSIDriver|CSINode|StorageClass|VolumeAttachment|CSIStorageCapacity)$/,
    '1.27',
    'storage.k8s.io/v1',
  ],
  [/^resource\.k8s\.io\/v1alpha[12]$/, /./, '1.32', 'resource.k8s.io/v1'],
];

/** API versions that only the newer of them serve. */
const NEW: [RegExp, RegExp, string][] = [
  [/^resource\.k8s\.io\/v1$/, /./, '1.34'],
  [/^storage\.k8s\.io\/v1$/, /^VolumeAttributesClass$/, '1.34'],
  [
    /^admissionregistration\.k8s\.io\/v1$/,
    /^MutatingAdmissionPolicy(Binding)?$/,
    '1.36',
  ],
];

/**
 * Why an API version of Kubernetes is not there in every version that the platform supports; `undefined` where it is.
 *
 * @internal
 */
export function removedApi(
  apiVersion: string,
  kind: string,
): { what: string; mend: string } | undefined {
  for (const [version, kinds, since, instead] of REMOVED) {
    if (version.test(apiVersion) && kinds.test(kind)) {
      return {
        what: `${apiVersion} is gone since Kubernetes ${since}`,
        mend: `Use ${instead}.`,
      };
    }
  }
  for (const [version, kinds, since] of NEW) {
    if (version.test(apiVersion) && kinds.test(kind)) {
      return {
        what: `${apiVersion} is there only since Kubernetes ${since}; the platform runs on ${KUBERNETES_VERSIONS.oldest} too`,
        mend: 'Use a version that all of them serve.',
      };
    }
  }
  return undefined;
}
