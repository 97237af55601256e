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
import type { Band } from '../../addons';
import type { PlatformFile } from '../../platform';
import { placementFolder } from '../clusters/renderPlacement';
import { RETRY } from '../retry';

const ADD_ON = '{{ .addOn }}';
const CLUSTER = '{{ .cluster }}';

/** Where an Application of an add-on says which one it is, and of what it is the Application. */
function metadata(name: string, part: 'chart' | 'config', band: Band) {
  return {
    name,
    labels: {
      'app.kubernetes.io/name': ADD_ON,
      'app.kubernetes.io/component': part,
      'app.kubernetes.io/part-of': 'platform',
      // By which the portal's catalog knows what is installed where.
      'gitops-platform/add-on': ADD_ON,
      'platform/band': band,
      'platform/cluster': CLUSTER,
    },
  };
}

/** The same for every add-on: server-side apply because of large CRDs, and fields that others own stay theirs. */
function policy(): JsonObject {
  return {
    automated: { prune: true, selfHeal: true },
    managedNamespaceMetadata: {
      labels: Object.fromEntries(
        ['enforce', 'audit', 'warn'].map(mode => [
          `pod-security.kubernetes.io/${mode}`,
          '{{ .podSecurity }}',
        ]),
      ),
    },
    syncOptions: [
      'CreateNamespace=true',
      'ServerSideApply=true',
      'RespectIgnoreDifferences=true',
    ],
    retry: RETRY,
  };
}

const destination = { name: CLUSTER, namespace: '{{ .namespace }}' };

/** The chart of an add-on, with the values of its profile and of its cluster. */
export function chartTemplate(
  { repository }: PlatformFile,
  options: { band: Band; handOff?: Readonly<Record<string, string>> },
): JsonObject {
  const parameters = Object.entries(options.handOff ?? {}).map(
    ([name, annotation]) => ({
      name,
      value: `{{ index .metadata.annotations "${annotation}" }}`,
    }),
  );
  const own = `$values/infrastructure/${ADD_ON}/values`;
  return {
    metadata: metadata(`${ADD_ON}-${CLUSTER}`, 'chart', options.band),
    spec: {
      project: 'platform',
      sources: [
        {
          repoURL: '{{ .repository }}',
          chart: '{{ .chart }}',
          targetRevision: '{{ .version }}',
          helm: {
            releaseName: '{{ .release }}',
            // A layer that would be empty is no file.
            ignoreMissingValueFiles: true,
            valueFiles: [
              `${own}/default.yaml`,
              `${own}/{{ .profile }}.yaml`,
              `$values/${placementFolder(CLUSTER, ADD_ON)}/values.yaml`,
            ],
            ...(parameters.length > 0 ? { parameters } : {}),
          },
        },
        {
          repoURL: repository.url,
          targetRevision: repository.branch,
          ref: 'values',
        },
      ],
      destination,
      syncPolicy: policy(),
    },
  };
}

/** The custom resources of an add-on. */
export function configTemplate(
  { repository }: PlatformFile,
  { band }: { band: Band },
): JsonObject {
  return {
    metadata: metadata(`${ADD_ON}-config-${CLUSTER}`, 'config', band),
    spec: {
      project: 'platform',
      source: {
        repoURL: repository.url,
        targetRevision: repository.branch,
        path: placementFolder(CLUSTER, ADD_ON),
      },
      destination,
      syncPolicy: policy(),
    },
  };
}
