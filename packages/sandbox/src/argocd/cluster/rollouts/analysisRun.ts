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

import type { KubernetesObject, ResourceHealth } from '../../types';
import type { LiveResource, WorkloadRevision } from '../Cluster';
import { formatTime } from '../formatTime';
import { type ResourceNode, refOf } from '../ResourceNode';
import { stableUid } from '../stableId';
import type { Analysis } from './rolloutState';

/** What Argo Rollouts calls the run of a step. */
export function analysisName(
  { applied }: LiveResource,
  { hash, revision }: WorkloadRevision,
  { stepIndex }: Analysis,
): string {
  return `${applied.metadata.name}-${hash}-${revision}-${stepIndex}`;
}

function healthOf({ phase, templates }: Analysis): ResourceHealth {
  switch (phase) {
    case 'Running':
      return { status: 'Progressing', message: 'Analysis run is running' };
    case 'Successful':
      return {
        status: 'Healthy',
        message: 'Analysis run completed successfully',
      };
    default:
      return { status: 'Degraded', message: failure(templates) };
  }
}

function failure(templates: string[]): string {
  return `Metric "${templates[0]}" assessed Failed due to failed (1) > failureLimit (0)`;
}

/** The node of an analysis, below the Rollout that has started it. */
export function analysisNode(
  live: LiveResource,
  revision: WorkloadRevision,
  options: { owner: ResourceNode; analysis: Analysis },
): ResourceNode {
  const { owner, analysis } = options;
  const name = analysisName(live, revision, analysis);
  return {
    group: 'argoproj.io',
    version: 'v1alpha1',
    kind: 'AnalysisRun',
    namespace: owner.namespace,
    name,
    uid: stableUid(live.uid, 'AnalysisRun', name),
    parentRefs: [refOf(owner)],
    resourceVersion: live.resourceVersion,
    health: healthOf(analysis),
    createdAt: formatTime(new Date(analysis.startedAt)),
  };
}

/** The run itself: one metric for each of its templates, measured once. */
export function describeAnalysis(
  node: ResourceNode,
  analysis: Analysis,
): Pick<KubernetesObject, 'spec' | 'status'> {
  const { phase, templates, startedAt, finishedAt } = analysis;
  const started = formatTime(new Date(startedAt));
  const finished =
    finishedAt === undefined
      ? {}
      : { finishedAt: formatTime(new Date(finishedAt)) };
  const results = templates.map(name => ({
    name,
    phase,
    count: 1,
    ...(phase === 'Successful' ? { successful: 1 } : {}),
    ...(phase === 'Failed' ? { failed: 1 } : {}),
    measurements: [
      {
        phase,
        startedAt: started,
        ...finished,
        value: phase === 'Failed' ? '[0.61]' : '[0.99]',
      },
    ],
  }));
  return {
    spec: { metrics: templates.map(name => ({ name, provider: {} })) },
    status: {
      phase,
      ...(phase === 'Failed' ? { message: node.health?.message } : {}),
      startedAt: started,
      metricResults: results,
      runSummary: { count: templates.length },
    },
  };
}
