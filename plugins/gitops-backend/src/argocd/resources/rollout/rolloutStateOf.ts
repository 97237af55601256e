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
import type { RolloutState } from '@gitops-platform/backstage-plugin-gitops-common';
import type { ArgoResourceNode } from '@gitops-platform/backstage-plugin-gitops-node';
import { analysisRunsOf } from './analysisRunsOf';
import { pauseOf } from './pauseOf';
import { rolloutSchema, type Rollout } from './rolloutSchema';
import { stepInWords } from './stepInWords';

const MAX_STEPS = 50;

/**
 * How far an Argo Rollout is, by its manifest and what is below it in the tree. Its message is as the controller wrote
 * it. `undefined` for what is no Rollout with a strategy.
 */
export function rolloutStateOf(
  manifest: JsonObject,
  node: Pick<ArgoResourceNode, 'uid' | 'name'>,
  tree: ArgoResourceNode[],
): RolloutState | undefined {
  const rollout = rolloutSchema.safeParse(manifest).data;
  const { canary, blueGreen } = rollout?.spec.strategy ?? {};
  if (!rollout || (!canary && !blueGreen)) {
    return undefined;
  }
  const { metadata, status } = rollout;
  const revisionOf = (hash: string | undefined) =>
    hash && (revisionInTree(`${node.name}-${hash}`, tree) ?? hash);
  return {
    strategy: canary ? 'canary' : 'blueGreen',
    phase: phaseOf(rollout),
    message: status.message || undefined,
    step: stepOf(rollout),
    steps: (canary?.steps ?? [])
      .slice(0, MAX_STEPS)
      .map(step => stepInWords(step)),
    weight: canary && weightOf(rollout),
    ...pauseOf(rollout),
    aborted: status.abort || undefined,
    stableRevision: revisionOf(status.stableRS),
    currentRevision:
      metadata.annotations['rollout.argoproj.io/revision'] ??
      revisionOf(status.currentPodHash),
    analysis: analysisRunsOf(rollout, node, tree),
  };
}

/** Argo CD notes the revision of a ReplicaSet as `Rev:2`. */
function revisionInTree(
  name: string,
  tree: ArgoResourceNode[],
): string | undefined {
  return tree
    .find(node => node.kind === 'ReplicaSet' && node.name === name)
    ?.info.find(info => info.name === 'Revision')
    ?.value.replace(/^Rev:/, '');
}

function isDone({ status }: Rollout): boolean {
  return (
    status.stableRS !== undefined && status.stableRS === status.currentPodHash
  );
}

/** Older controllers do not say. */
function phaseOf(rollout: Rollout): string {
  const { phase, abort, pauseConditions } = rollout.status;
  if (phase) {
    return phase;
  }
  if (abort) {
    return 'Degraded';
  }
  if (pauseConditions.length > 0 || rollout.spec.paused) {
    return 'Paused';
  }
  return isDone(rollout) ? 'Healthy' : 'Progressing';
}

/** The controller counts from 0, up to one beyond the last. */
function stepOf({ spec, status }: Rollout): number | undefined {
  const count = spec.strategy.canary?.steps.length ?? 0;
  return count === 0 || status.abort || status.currentStepIndex === undefined
    ? undefined
    : Math.min(status.currentStepIndex + 1, count);
}

/** What the traffic router was told; without one, what the steps up to now have set. */
function weightOf(rollout: Rollout): number | undefined {
  const { spec, status } = rollout;
  if (isDone(rollout)) {
    return 100;
  }
  if (status.abort) {
    return 0;
  }
  const told = status.canary.weights?.canary.weight;
  const passed = (spec.strategy.canary?.steps ?? []).slice(
    0,
    (status.currentStepIndex ?? 0) + 1,
  );
  return (
    told ??
    passed.findLast(step => step.setWeight !== undefined)?.setWeight ??
    0
  );
}
