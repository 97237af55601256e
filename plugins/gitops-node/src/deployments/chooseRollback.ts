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

import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import { isSameVersion } from './isSameVersion';
import type { RollbackDeployment } from './RollbackDeployment';
import { versionRunsOf, type VersionRun } from './VersionRun';

/**
 * What one can go back to.
 * @public
 */
export interface RollbackChoice<T extends RollbackDeployment> {
  /** The previous good one: the newest of `candidates`. */
  deployment?: T;
  /** All that one can go back to, newest first. */
  candidates: T[];
  /** Why there is none, in a sentence. */
  reason?: string;
}

/**
 * Chooses what to roll back to: what was Healthy for `minHealthy`, was not rolled back since, and does not run now.
 * What a rollback passed over, on its way to something older, is left out as well.
 *
 * @param deployments - of one environment, in any order; those of several Applications are told apart
 * @public
 */
export function chooseRollback<T extends RollbackDeployment>(
  deployments: T[],
  options: { minHealthy: HumanDuration; now: Date },
): RollbackChoice<T> {
  const candidates = byApplication(deployments)
    .flatMap(ofOne => candidatesOf(ofOne, options))
    .sort((a, b) => Date.parse(b.deployedAt) - Date.parse(a.deployedAt));
  const [deployment] = candidates;
  return {
    deployment,
    candidates,
    reason: deployment ? undefined : whyNone(deployments, options.minHealthy),
  };
}

function byApplication<T extends RollbackDeployment>(deployments: T[]): T[][] {
  const groups = new Map<string, T[]>();
  for (const deployment of deployments) {
    const { instance, namespace, name } = deployment.application;
    const key = [instance, namespace, name].join('/');
    groups.set(key, [...(groups.get(key) ?? []), deployment]);
  }
  return [...groups.values()];
}

/** A rollback takes away everything down to what it goes back to, so that is no candidate any more. */
function candidatesOf<T extends RollbackDeployment>(
  deployments: T[],
  { minHealthy, now }: { minHealthy: HumanDuration; now: Date },
): T[] {
  const standing: VersionRun<T>[] = [];
  for (const run of versionRunsOf(deployments)) {
    const target =
      run.deployments[0].kind === 'rollback'
        ? standing.findLastIndex(earlier => isSame(earlier, run))
        : -1;
    if (target >= 0) {
      standing.splice(target);
    } else if (run.deployments[0].kind === 'rollback') {
      // What it goes back to is older than what is known; only what it replaced is certain to be taken away.
      standing.pop();
    }
    standing.push(run);
  }
  const present = standing.pop();
  const needed = durationToMilliseconds(minHealthy);
  return standing
    .filter(run => present && !isSame(run, present))
    .filter(run => healthyFor(run, now) >= needed)
    .flatMap(run => run.deployments.findLast(wasHealthy) ?? [])
    .filter(({ outcome }) => outcome !== 'rolledBack');
}

function isSame<T extends RollbackDeployment>(
  one: VersionRun<T>,
  other: VersionRun<T>,
): boolean {
  return isSameVersion(one.deployments[0], other.deployments[0]);
}

function wasHealthy({ healthyAt }: RollbackDeployment): boolean {
  return healthyAt !== undefined;
}

/** The longest time that a version was Healthy without a failure, in milliseconds. */
function healthyFor<T extends RollbackDeployment>(
  { deployments, endedAt }: VersionRun<T>,
  now: Date,
): number {
  const end = endedAt ? Date.parse(endedAt) : now.getTime();
  return Math.max(
    0,
    ...deployments.map(({ healthyAt, failedAt }) => {
      if (healthyAt === undefined) {
        return 0;
      }
      const from = Date.parse(healthyAt);
      // A failure from before it became Healthy does not end that.
      const failed = failedAt ? Date.parse(failedAt) : end;
      return (failed > from ? Math.min(failed, end) : end) - from;
    }),
  );
}

function whyNone(
  deployments: RollbackDeployment[],
  minHealthy: HumanDuration,
): string {
  if (deployments.length === 0) {
    return 'No deployment has been recorded yet, so there is nothing known to go back to';
  }
  const minutes = durationToMilliseconds(minHealthy) / 60_000;
  return `No earlier version was seen Healthy for ${Number(
    minutes.toFixed(1),
  )} minutes without having been rolled back since`;
}
