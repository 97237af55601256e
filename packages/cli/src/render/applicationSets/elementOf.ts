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

import type { JsonObject } from '@backstage/types';
import type { Placement } from '../RenderContext';

/** A namespace that Kubernetes made, with what Kubernetes runs: a stricter level would keep that from starting. */
const KUBERNETES_NAMESPACES = ['default', 'kube-system', 'kube-public'];

/** Argo CD knows a chart in an OCI registry by an address without a scheme. */
export function sourceUrl(repository: string): string {
  return repository.replace(/^oci:\/\//, '');
}

/** What the template of an add-on's Application asks for. `name` and `server` are words of the clusters generator. */
export function elementOf(
  { addOn, cluster }: Placement,
  part: 'chart' | 'config',
): JsonObject {
  const { chart, namespace } = addOn;
  return {
    addOn: addOn.name,
    cluster: cluster.name,
    namespace,
    podSecurity: KUBERNETES_NAMESPACES.includes(namespace)
      ? 'privileged'
      : addOn.podSecurity,
    ...(chart && part === 'chart'
      ? {
          profile: cluster.profile,
          repository: sourceUrl(chart.repository),
          chart: chart.name,
          version: chart.version,
          release: chart.releaseName,
        }
      : {}),
  };
}
