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
import { meshNamespace } from '@gitops-platform/backstage-plugin-gitops-node';
import { BANDS } from '../../addons';
import type { RenderContext } from '../RenderContext';
import { COLLECTOR_RETRY } from '../retry';
import { applicationSet } from './applicationSet';

const NAME = '{{ .workload }}-{{ .environment }}';

/** The Applications of `workloads/`, which look like those of services. */
export function workloadSet({ platform }: RenderContext): JsonObject {
  const { repository, workloads, environments, features } = platform;
  const elements = workloads.flatMap(({ name, environments: named }) =>
    environments
      .filter(environment => named.includes(environment.name))
      .map(environment => ({
        workload: name,
        environment: environment.name,
        cluster: environment.cluster,
      })),
  );
  return applicationSet({
    name: 'workloads',
    wave: BANDS.workloads,
    generators: [{ list: { elements } }],
    template: {
      metadata: {
        name: NAME,
        labels: {
          'app.kubernetes.io/name': '{{ .workload }}',
          environment: '{{ .environment }}',
        },
      },
      spec: {
        project: 'workloads-{{ .environment }}',
        source: {
          repoURL: repository.url,
          targetRevision: repository.branch,
          path: 'workloads/{{ .workload }}/overlays/{{ .environment }}',
        },
        destination: { name: '{{ .cluster }}', namespace: NAME },
        syncPolicy: {
          automated: { prune: true, selfHeal: true },
          syncOptions: ['CreateNamespace=true'],
          managedNamespaceMetadata: { ...meshNamespace(features.mesh) },
          retry: COLLECTOR_RETRY,
        },
      },
    },
  });
}
