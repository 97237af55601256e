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

import type { Check, CheckContext, Problem } from '../checks/core';
import type { ExpandedApplication } from '../expand';
import { type ArgoState, listApplications, reasonOf } from './ArgoApplications';
import { playControllers } from './playControllers';
import type { Scratch } from './Scratch';
import { CONSTRAINTS } from './serverDryRun';
import { waitUntil } from './waitUntil';

const EXPAND_SECONDS = 180;
const HEALTHY_SECONDS = 300;

const hasChart = ({ sources }: ExpandedApplication) =>
  sources.some(({ chart }) => chart !== undefined);

/** Collectors of Applications that cannot be fetched are as well as these let them be. */
const isWell = (state: ArgoState | undefined) =>
  state?.sync === 'Synced' && state.health === 'Healthy';

/** Argo CD makes of the root Application what `expand` says, and all that needs no network becomes Synced and Healthy. */
export function serverArgoCd(scratch: Scratch): Check {
  return {
    id: 'server/argocd',
    title:
      'a real Argo CD expands the root Application, and what is ours becomes Synced and Healthy',
    async *run(context) {
      const api = await scratch.api();
      const { expanded } = await scratch.deployed(context.tree);
      const expected = expanded.applications;
      context.say(`${expected.length} Applications are expected`);
      const states = () => listApplications(api);

      await waitUntil(
        async () => {
          const found = await states();
          return expected.every(({ name }) => found.has(name)) || undefined;
        },
        { seconds: EXPAND_SECONDS },
      );
      yield* missing(expected, await states());

      const waiting = await waitingOnes(context);
      const ours = expected.filter(
        application => !hasChart(application) && !waiting.has(application.name),
      );
      for (const [, why] of waiting) {
        context.notChecked(
          'some of our own Applications on the scratch cluster',
          why,
        );
      }
      await waitUntil(
        async () => {
          context.count(
            'resources whose controller was played',
            await playControllers(api),
          );
          const found = await states();
          return ours.every(({ name }) => isWell(found.get(name))) || undefined;
        },
        { seconds: HEALTHY_SECONDS, every: 3000 },
      );
      const found = await states();
      context.count('Applications', expected.length);
      context.count(
        'Synced and Healthy',
        ours.filter(({ name }) => isWell(found.get(name))).length,
      );
      for (const { name, file } of ours) {
        const state = found.get(name);
        if (state && !isWell(state)) {
          yield {
            file,
            what: `${name} is not Synced and Healthy: ${reasonOf(state)}`,
            mend: 'What Argo CD says is what it would say on a cluster: mend the manifests.',
          };
        }
      }
      yield* chartProblems(
        expected.filter(hasChart),
        found,
        context.notChecked,
      );
    },
  };
}

/** What waits for more than a scratch cluster has, and why, by name. */
async function waitingOnes({
  rendering,
}: CheckContext): Promise<Map<string, string>> {
  const { manifests, notRendered, applications } = await rendering();
  const waiting = new Map<string, string>();
  for (const { application, group, kind, value } of manifests) {
    if (group === CONSTRAINTS) {
      waiting.set(
        application.name,
        "Gatekeeper's constraints are of kinds that it makes once it runs",
      );
    } else if (kind === 'StatefulSet' && claimsVolumes(value)) {
      waiting.set(
        application.name,
        'no storage driver provisions the volumes of StatefulSets',
      );
    }
  }
  for (const { name, addOn } of applications) {
    if (notRendered.some(({ what }) => addOn && what.includes(addOn.name))) {
      waiting.set(name, 'what it is made of comes from the network');
    }
  }
  return waiting;
}

function claimsVolumes({ spec }: Record<string, unknown>): boolean {
  return (
    typeof spec === 'object' && spec !== null && 'volumeClaimTemplates' in spec
  );
}

function* missing(
  expected: ExpandedApplication[],
  found: Map<string, ArgoState>,
): Iterable<Problem> {
  for (const { name, file } of expected) {
    if (!found.has(name)) {
      yield {
        file,
        what: `Argo CD did not make ${name} within ${EXPAND_SECONDS} s`,
        mend: 'kubectl get applicationsets,applications -n argocd -o yaml says why: a condition of the one that should make it.',
      };
    }
  }
}

/** Charts come from elsewhere: that they cannot be fetched is no mistake, any other refusal is. */
function* chartProblems(
  charts: ExpandedApplication[],
  found: Map<string, ArgoState>,
  notChecked: (what: string, why: string) => void,
): Iterable<Problem> {
  for (const { name, file } of charts) {
    const state = found.get(name);
    const refusal = state?.conditions.find(
      ({ type }) =>
        type === 'InvalidSpecError' || type === 'SharedResourceWarning',
    );
    if (state && refusal) {
      yield {
        file,
        what: `Argo CD refuses ${name}: ${refusal.message}`,
        mend: 'Mend what its AppProject or its addon.yaml says.',
      };
    } else if (state && !isWell(state)) {
      notChecked(
        'the charts of third parties on the scratch cluster',
        'they cannot be fetched from there, so their Applications are accepted and stay Unknown',
      );
    }
  }
}
