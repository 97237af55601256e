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

import type { LiveResource } from '../Cluster';
import { podTemplateOf } from '../podTemplate';
import { podNodes } from '../podNodes';
import { replicaSetNode } from '../replicaSetNode';
import type { ResourceNode } from '../ResourceNode';
import type { HealthClock } from '../resourceHealth';
import { analysisNode } from './analysisRun';
import { canaryPods } from './canaryPods';
import { rolloutState } from './rolloutState';

/** What hangs below a Rollout: its ReplicaSets, each with its share of the pods, and the analyses of this update. */
export function rolloutNodes(
  live: LiveResource,
  owner: ResourceNode,
  clock: HealthClock,
): ResourceNode[] {
  const state = rolloutState(live, clock);
  const current = live.rollout?.revisions.at(-1);
  const template = podTemplateOf(live.applied);
  if (!state || !current || !template) {
    return [];
  }
  const updated = canaryPods(template.replicas, state);
  const stable = live.rollout?.stable ?? current.hash;
  const replicaSets = live.rollout?.revisions.flatMap(revision => {
    const progressing = revision === current && state.phase === 'Progressing';
    const node = replicaSetNode(live, { owner, revision, progressing });
    const rest = revision.hash === stable ? template.replicas - updated : 0;
    const count = revision === current ? updated : rest;
    return [
      node,
      ...podNodes(live, {
        owner: node,
        revision,
        rollingOut: progressing,
        count,
      }),
    ];
  });
  return [
    ...(replicaSets ?? []),
    ...state.analyses.map(analysis =>
      analysisNode(live, current, { owner, analysis }),
    ),
  ];
}
