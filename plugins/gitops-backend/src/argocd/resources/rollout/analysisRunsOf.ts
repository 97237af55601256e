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

import type { RolloutState } from '@gitops-platform/backstage-plugin-gitops-common';
import type {
  ArgoHealthStatus,
  ArgoResourceNode,
} from '@gitops-platform/backstage-plugin-gitops-node';
import type { Rollout } from './rolloutSchema';

const MAX_RUNS = 10;

/** As Argo CD translates the phase of an AnalysisRun into a health. */
const PHASES: Record<ArgoHealthStatus, string> = {
  Healthy: 'Successful',
  Progressing: 'Running',
  Degraded: 'Failed',
  Suspended: 'Inconclusive',
  Missing: 'Pending',
  Unknown: 'Inconclusive',
};

/** The AnalysisRuns of a Rollout, newest first. */
export function analysisRunsOf(
  { status }: Pick<Rollout, 'status'>,
  node: Pick<ArgoResourceNode, 'uid'>,
  tree: ArgoResourceNode[],
): RolloutState['analysis'] {
  const { canary, blueGreen } = status;
  const told = new Map(
    [
      canary.currentStepAnalysisRunStatus,
      canary.currentBackgroundAnalysisRunStatus,
      blueGreen.prePromotionAnalysisRunStatus,
      blueGreen.postPromotionAnalysisRunStatus,
    ].map(run => [run?.name, run?.status]),
  );
  return tree
    .filter(({ kind, parent }) => kind === 'AnalysisRun' && parent === node.uid)
    .sort((a, b) => (b.createdAt ?? '').localeCompare(a.createdAt ?? ''))
    .slice(0, MAX_RUNS)
    .map(({ name, health = 'Progressing', healthMessage }) => ({
      name,
      phase: told.get(name) ?? PHASES[health],
      message: healthMessage,
    }));
}
