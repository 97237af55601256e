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

import { listAt, recordAt, textAt, valueAt } from '../../yaml';
import { all, expects } from './expects';
import type { ReleaseRule } from './releaseRule';

/** What Prometheus and Loki must be told. @internal */
export const observabilityRules: readonly ReleaseRule[] = [
  {
    id: 'graph/loki',
    title: 'Loki has a schema, a mode that stays, and caches that fit',
    charts: ['loki'],
    findings: ({ values }) => {
      const configs = listAt(values, 'loki', 'schemaConfig', 'configs');
      return [
        ...(configs.length === 0 &&
        valueAt(values, 'loki', 'useTestSchema') !== true
          ? [
              {
                what: 'has no schemaConfig: Loki does not start',
                mend: 'Set loki.schemaConfig.configs.',
              },
            ]
          : []),
        ...(textAt(values, 'deploymentMode') === 'SimpleScalable'
          ? [
              {
                what: 'deploymentMode SimpleScalable goes with Loki 4',
                mend: 'Use Monolithic or Distributed.',
              },
            ]
          : []),
        ...['chunksCache', 'resultsCache'].flatMap(cache => {
          const { enabled, allocatedMemory } = recordAt(values, cache);
          const isSmall =
            typeof allocatedMemory === 'number' && allocatedMemory <= 4096;
          return enabled === false || isSmall
            ? []
            : [
                {
                  what: `${cache} asks for the default memory, which leaves its pod Pending`,
                  mend: `Set ${cache}.allocatedMemory, or ${cache}.enabled: false.`,
                },
              ];
        }),
      ];
    },
  },
  {
    id: 'graph/prometheus-selectors',
    title: 'Prometheus takes the monitors and rules of every namespace',
    charts: ['kube-prometheus-stack'],
    findings: all(
      ...['serviceMonitor', 'podMonitor', 'rule', 'probe', 'scrapeConfig'].map(
        kind =>
          expects(
            [
              'prometheus',
              'prometheusSpec',
              `${kind}SelectorNilUsesHelmValues`,
            ],
            false,
            'only what carries the label of this release is taken',
          ),
      ),
    ),
  },
];
