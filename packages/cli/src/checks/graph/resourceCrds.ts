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

import {
  compareWaves,
  type DeployedApplication,
  type Manifest,
  type Rendering,
} from '../rendering';
import { textAt, valueAt } from '../yaml';
import { overRenderings } from './overRenderings';

/** Kinds that are there before anything else: install.sh puts Argo CD in. */
const BOOTSTRAPPED = new Set(['Application', 'ApplicationSet', 'AppProject']);

const ROLLOUTS = new Set([
  'Rollout',
  'AnalysisTemplate',
  'ClusterAnalysisTemplate',
  'AnalysisRun',
  'Experiment',
]);

/** Groups of Kubernetes itself: without a dot, or with its own ending. Others that end so belong to projects beside it. */
const OTHERS =
  /^(gateway\.networking|secrets-store\.csi\.x|snapshot\.storage|externaldns|cluster\.x|metrics)\b/;

function isOwn(group: string): boolean {
  return (
    !group.includes('.') || (group.endsWith('.k8s.io') && !OTHERS.test(group))
  );
}

/** @internal */
export const resourceCrds = overRenderings(
  'graph/crds',
  'The CRD of each custom resource comes from an add-on that is on, in an earlier band',
  function* check(rendering, context) {
    for (const manifest of rendering.manifests) {
      if (isOwn(manifest.group) || BOOTSTRAPPED.has(manifest.kind)) continue;
      context.count('custom resources');
      const { application, file, line } = manifest;
      const at = { file, line };
      const providers = providersOf(manifest, rendering);
      if (providers.length === 0) {
        yield {
          ...at,
          what: `${manifest.kind} ${manifest.name} is of ${manifest.group}, which no add-on of cluster ${application.cluster} brings`,
          mend: `Name the group in crds of the add-on that brings it, or take the resource only where that add-on is on (when).`,
        };
      } else if (!providers.some(one => isBefore(one, manifest))) {
        yield {
          ...at,
          what: `${manifest.kind} ${manifest.name} comes with ${application.name}, its CRD not before, with ${providers[0].name}`,
          mend: 'Move the add-on into a later band than the one that brings the CRD.',
        };
      }
    }
  },
);

/** The Applications that bring the CRD of a resource into its cluster. */
function providersOf(
  { group, kind, application }: Manifest,
  { applications, manifests }: Rendering,
): DeployedApplication[] {
  const cluster = application.cluster;
  const own = manifests
    .filter(
      one =>
        (one.kind === 'CustomResourceDefinition' &&
          textAt(one.value, 'spec', 'group') === group &&
          textAt(one.value, 'spec', 'names', 'kind') === kind) ||
        (one.kind === 'ConstraintTemplate' &&
          group === 'constraints.gatekeeper.sh' &&
          valueAt(one.value, ...['spec', 'crd', 'spec', 'names', 'kind']) ===
            kind),
    )
    .map(one => one.application);
  const byAddOn = applications.filter(
    ({ addOn, part }) =>
      addOn?.crds.includes(group) &&
      (part === 'chart' || !addOn.chart) &&
      (group !== 'argoproj.io' ||
        (addOn.name === 'argo-rollouts') === ROLLOUTS.has(kind)) &&
      group !== 'constraints.gatekeeper.sh',
  );
  return [...own, ...byAddOn].filter(one => one.cluster === cluster);
}

/**
 * Whether an Application is there before a resource; within one, Argo CD itself applies CRDs first. Services are in no
 * band: they wait for nothing and are tried again, which `graph/retry` sees to.
 */
function isBefore(
  provider: DeployedApplication,
  { application }: Manifest,
): boolean {
  return (
    provider === application ||
    !application.addOn ||
    compareWaves(provider.waves, application.waves) < 0
  );
}
