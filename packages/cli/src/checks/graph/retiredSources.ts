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

import { overRenderings } from './overRenderings';
import { textAt } from '../yaml';

/** Where something used to be published. */
const RETIRED: [RegExp, string][] = [
  [
    /helm\.linkerd\.io\/stable/,
    'is frozen at 2.14.10 (February 2024): take https://helm.linkerd.io/edge',
  ],
  [
    /kubernetes\.github\.io\/ingress-nginx/,
    'is retired since March 2026: Traefik is the way in',
  ],
  [
    /storage\.googleapis\.com\/tekton-releases/,
    'is gone: take https://infra.tekton.dev/tekton-releases',
  ],
  [/charts\.helm\.sh\/stable|kubernetes-charts\.storage/, 'is gone since 2020'],
  [
    /charts\.bitnami\.com|registry-1\.docker\.io\/bitnamicharts/,
    'is no longer kept up to date for everybody',
  ],
];

/** Charts that moved out of a repository which still has old ones. */
const MOVED: [RegExp, RegExp, string][] = [
  [
    /grafana\.github\.io\/helm-charts/,
    /^(loki|tempo|tempo-distributed|grafana)$/,
    'moved to https://grafana-community.github.io/helm-charts',
  ],
];

/** @internal */
export const retiredSources = overRenderings(
  'graph/retired-sources',
  'No chart comes from a place that is no longer kept',
  function* check({ applications }, { count }) {
    for (const { sources, name, file, addOn } of applications) {
      for (const source of sources) {
        const url = textAt(source, 'repoURL') ?? '';
        const chart = textAt(source, 'chart');
        if (!chart) continue;
        count('charts');
        const why =
          RETIRED.find(([pattern]) => pattern.test(url))?.[1] ??
          MOVED.find(
            ([from, which]) => from.test(url) && which.test(chart),
          )?.[2];
        if (why) {
          yield {
            file: addOn ? `infrastructure/${addOn.name}/addon.yaml` : file,
            what: `${name}: ${url} ${why}`,
            mend: 'Take the chart from where it is kept.',
          };
        }
      }
    }
  },
);
