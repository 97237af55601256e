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

import type { KubernetesObject } from '../types';
import type { LiveResource, WorkloadRevision } from './Cluster';
import { formatTime } from './formatTime';
import { identityOf } from './identity';
import { isWorkload } from './kinds';
import { podTemplateOf } from './podTemplate';
import type { HealthClock } from './resourceHealth';
import { rolloutState } from './rollouts/rolloutState';
import { stableSuffix } from './stableId';

const KEPT_REPLICA_SETS = 3;

/** The template that an Argo Rollout falls back to: the last one that was through all steps. */
function stableOf(
  before: LiveResource,
  clock: HealthClock,
): string | undefined {
  const state = rolloutState(before, clock);
  return state?.phase === 'Healthy'
    ? before.rollout?.revisions.at(-1)?.hash
    : before.rollout?.stable;
}

/** What applying a manifest makes of the rollout of a workload: another pod template, or number of pods, begins one. */
export function nextRollout(
  manifest: KubernetesObject,
  before: LiveResource | undefined,
  clock: HealthClock,
): LiveResource['rollout'] {
  const { group, kind, name } = identityOf(manifest);
  const template = podTemplateOf(manifest);
  if (!isWorkload(group, kind) || !template) {
    return undefined;
  }
  const known = before?.rollout?.revisions ?? [];
  const hash = stableSuffix(9, name, JSON.stringify(template.source));
  const last = known.at(-1);
  const old = before && podTemplateOf(before.applied);
  if (before?.rollout && last?.hash === hash) {
    const scaled = old?.replicas !== template.replicas;
    return scaled && kind !== 'Rollout'
      ? { startedAt: clock.now, revisions: known }
      : before.rollout;
  }
  const next: WorkloadRevision = {
    revision: (last?.revision ?? 0) + 1,
    hash,
    images: template.images,
    createdAt: formatTime(new Date(clock.now)),
  };
  const stable =
    before && kind === 'Rollout' ? stableOf(before, clock) : undefined;
  const others = known.filter(one => one.hash !== hash);
  const kept = others.filter(
    (one, index) =>
      one.hash === stable || index > others.length - KEPT_REPLICA_SETS,
  );
  return {
    startedAt: clock.now,
    revisions: [...kept, next],
    ...(stable ? { stable } : {}),
  };
}
