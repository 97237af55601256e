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

import type { Manifest } from '../rendering';
import { textAt, valueAt } from '../yaml';
import type { Figure } from './Figure';
import { containerOf, inManifests } from './finders';
import { resources } from './resources';

const isEcotrack =
  (environment: string, kind = /^(Deployment|Rollout)$/) =>
  ({ application, kind: own }: Manifest) =>
    kind.test(own) &&
    application.file.startsWith('workloads/ecotrack') &&
    application.name.endsWith(`-${environment}`);

const hasEnvironment =
  (environment: string): Figure['applies'] =>
  ({ platform: { platform } }) =>
    platform.environments.some(({ name }) => name === environment);

const environments: [string, number, ReturnType<typeof resources>][] = [
  ['dev', 1, resources(['50m', '128Mi'], ['200m', '256Mi'])],
  ['staging', 2, resources(['100m', '256Mi'], ['300m', '512Mi'])],
  ['production', 3, resources(['200m', '512Mi'], ['500m', '1Gi'])],
];

const seconds = (value: unknown) => {
  const [, amount, unit] = /^(\d+)(s|m|h)/.exec(String(value)) ?? [];
  return Number(amount) * ({ s: 1, m: 60, h: 3600 }[unit] ?? Number.NaN);
};

/** Figures of services: their size, their secrets. @internal */
export const workloadFigures: readonly Figure[] = [
  ...environments.flatMap(([environment, replicas, expected]): Figure[] => [
    {
      figure: `ecotrack in ${environment}: ${replicas} replicas`,
      document: 'S4, Configuration Management',
      where: `workloads/ecotrack in ${environment}`,
      expected: replicas,
      applies: hasEnvironment(environment),
      find: inManifests(
        'samples',
        isEcotrack(environment),
        (manifest, { manifests }) => replicasOf(manifest, manifests),
      ),
    },
    {
      figure: `ecotrack in ${environment}: requests and limits`,
      document: 'S4, Configuration Management',
      where: `workloads/ecotrack in ${environment}`,
      expected,
      applies: hasEnvironment(environment),
      find: inManifests('samples', isEcotrack(environment), manifest =>
        valueAt(containerOf(manifest), 'resources'),
      ),
    },
  ]),
  {
    figure:
      'A secret that changed restarts the pods of a service: read at least every minute',
    document: 'S0, Success Criteria',
    where: 'ExternalSecrets of charts/my-microservice: refreshInterval',
    expected: 'at most 1m',
    fits: value => seconds(value) <= 60 && seconds(value) > 0,
    find: inManifests(
      'samples',
      ({ kind, application }) =>
        kind === 'ExternalSecret' && application.file.startsWith('charts/'),
      ({ value }) => valueAt(value, 'spec', 'refreshInterval'),
    ),
  },
];

/** Replicas, or how many an autoscaler begins with. */
function replicasOf(manifest: Manifest, manifests: Manifest[]): unknown {
  const scaler = manifests.find(
    one =>
      one.application === manifest.application &&
      ['HorizontalPodAutoscaler', 'ScaledObject'].includes(one.kind) &&
      textAt(one.value, 'spec', 'scaleTargetRef', 'name') === manifest.name,
  );
  return (
    valueAt(manifest.value, 'spec', 'replicas') ??
    valueAt(scaler?.value, 'spec', 'minReplicas') ??
    valueAt(scaler?.value, 'spec', 'minReplicaCount')
  );
}
