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

import type { PlatformMesh } from '../platform';

/** @internal */
export const ENFORCE = 'pod-security.kubernetes.io/enforce';

/** @internal */
export const LINKERD_INJECT = 'linkerd.io/inject';

/** @internal */
export const ISTIO_INJECTION = 'istio-injection';

/** Nothing is refused by it, and everything that would be is told. */
const WARNED = {
  'pod-security.kubernetes.io/audit': 'restricted',
  'pod-security.kubernetes.io/warn': 'restricted',
};

/**
 * Labels and annotations of a namespace that Argo CD makes (`managedNamespaceMetadata`).
 * @public
 */
export interface NamespaceMetadata {
  labels: Record<string, string>;
  annotations?: Record<string, string>;
}

/**
 * What the namespace of a service or a workload carries, so that its pods join the mesh and are let in. Istio's need no
 * right of their own, because the add-on `istio-cni` sets their rules on the node.
 * @public
 */
export function meshNamespace(mesh: PlatformMesh = 'none'): NamespaceMetadata {
  switch (mesh) {
    case 'linkerd':
      return {
        labels: { ...WARNED, [ENFORCE]: 'privileged' },
        annotations: { [LINKERD_INJECT]: 'enabled' },
      };
    case 'istio':
      return { labels: { ...WARNED, [ISTIO_INJECTION]: 'enabled' } };
    default:
      return { labels: { ...WARNED } };
  }
}
