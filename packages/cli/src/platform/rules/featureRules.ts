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

import { type PlatformRule, rule } from './PlatformRule';

export const featureRules: PlatformRule[] = [
  rule(
    'gateway-api-owners',
    ({ features }) => features.mesh !== 'none' && !features.gatewayApi,
    {
      at: 'features.gatewayApi',
      reason:
        'the mesh needs the CRDs of the Gateway API, which the add-on gateway-api alone installs: were the mesh to bring its own, they would have two owners as soon as this is switched on',
      remedy: 'set it to true, or features.mesh to none',
    },
  ),
  rule(
    'rollouts-without-metrics',
    ({ features }) => features.rollouts && features.monitoring === 'none',
    {
      at: 'features.rollouts',
      reason:
        'a canary is promoted or taken back by its error rate and response time, which it reads from Prometheus',
      remedy: 'set it to false, or features.monitoring to prometheus',
    },
  ),
  rule(
    'logs-without-grafana',
    ({ features }) =>
      (features.logs || features.traces) && features.monitoring === 'none',
    {
      at: 'features.monitoring',
      reason:
        'logs and traces are read in Grafana, which comes with the monitoring',
      remedy:
        'set it to prometheus, or features.logs and features.traces to false',
    },
  ),
  rule(
    'signatures-without-policy',
    ({ features }) =>
      features.imageSignatures === 'ratify' && features.policy === 'none',
    {
      at: 'features.imageSignatures',
      reason: 'Ratify answers Gatekeeper, which is off: nobody would ask it',
      remedy: 'set it to none, or features.policy to gatekeeper',
    },
  ),
  rule(
    'github-actions-elsewhere',
    ({ features }) =>
      features.ci !== 'tekton' && features.gitProvider !== 'github',
    {
      at: 'features.ci',
      reason:
        'GitHub Actions run at GitHub, and the repositories are elsewhere',
      remedy: 'set it to tekton, or features.gitProvider to github',
    },
  ),
];
