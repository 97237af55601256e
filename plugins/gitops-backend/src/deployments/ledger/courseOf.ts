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

import type { RecordedDeployment } from '@gitops-platform/backstage-plugin-gitops-common';
import type { DeploymentFacts } from '../facts/DeploymentFacts';
import type { HealthFact } from '../facts/HealthFact';
import type { Classified } from './classify';
import { isWatched } from './isWatched';
import type { TimeSpans } from './TimeSpans';

/** How a deployment went. Times are ISO 8601. */
export interface DeploymentCourse {
  outcome: RecordedDeployment['outcome'];
  healthyAt?: string;
  failedAt?: string;
  restoredAt?: string;
}

/** What the courses of one Application's deployments follow from. */
export interface CourseContext {
  /** Oldest first. */
  deployments: Classified[];
  health: HealthFact[];
  /** When it was watched. */
  watched: TimeSpans;
  /** When the Application was seen for the first time; nothing older has health. */
  firstSeenAt: string;
  failureWindowMs: number;
}

/**
 * How a deployment went: Healthy when it was first seen Synced and Healthy, failed when it turned Degraded before that
 * or within the failure window after it.
 */
export function courseOf(
  deployment: Classified,
  context: CourseContext,
): DeploymentCourse {
  const next = nextOf(deployment, context);
  const healthyAt = healthyAtOf(deployment, context);
  const failedAt = failedAtOf(deployment, next, healthyAt, context);
  return {
    outcome: outcomeOf({ deployment, next, healthyAt, failedAt }, context),
    healthyAt,
    failedAt,
    restoredAt: failedAt && restoredAtOf(failedAt, context),
  };
}

function nextOf(
  { facts }: Classified,
  { deployments }: CourseContext,
): DeploymentFacts | undefined {
  return deployments.find(other => other.facts.historyId > facts.historyId)
    ?.facts;
}

/** A version may become Healthy under an edit that came before it was. */
function healthyAtOf(
  { facts, broughtBy }: Classified,
  { deployments, health }: CourseContext,
): string | undefined {
  const counted = broughtBy === facts;
  const ids = deployments
    .filter(other =>
      counted ? other.broughtBy === facts : other.facts === facts,
    )
    .map(other => other.facts);
  return earliest(
    ids.flatMap(one =>
      health
        .filter(
          fact =>
            fact.historyId === one.historyId &&
            fact.health === 'Healthy' &&
            fact.synced,
        )
        .map(({ since }) => (since > one.deployedAt ? since : one.deployedAt)),
    ),
  );
}

function failedAtOf(
  { facts }: Classified,
  next: DeploymentFacts | undefined,
  healthyAt: string | undefined,
  { health, failureWindowMs }: CourseContext,
): string | undefined {
  const begun = facts.startedAt ?? facts.deployedAt;
  const replaced = next && (next.startedAt ?? next.deployedAt);
  const degraded = earliest(
    health
      .filter(
        fact =>
          fact.historyId === facts.historyId &&
          fact.health === 'Degraded' &&
          fact.since >= begun &&
          // What the next one has broken is not this one's failure.
          (replaced === undefined || fact.since < replaced),
      )
      .map(({ since }) => since),
  );
  if (degraded === undefined || healthyAt === undefined) {
    return degraded;
  }
  const after = Date.parse(degraded) - Date.parse(healthyAt);
  return after <= failureWindowMs ? degraded : undefined;
}

function restoredAtOf(
  failedAt: string,
  { deployments, health }: CourseContext,
): string | undefined {
  const deployedAt = new Map(
    deployments.map(({ facts }) => [facts.historyId, facts.deployedAt]),
  );
  return earliest(
    health
      .filter(fact => fact.health === 'Healthy' && fact.since > failedAt)
      .map(({ historyId, since }) => {
        const deployed = deployedAt.get(historyId) ?? since;
        return since > deployed ? since : deployed;
      }),
  );
}

function outcomeOf(
  known: {
    deployment: Classified;
    next?: DeploymentFacts;
    healthyAt?: string;
    failedAt?: string;
  },
  { watched, firstSeenAt }: CourseContext,
): RecordedDeployment['outcome'] {
  const { deployment, next, healthyAt, failedAt } = known;
  const { facts, rolledBackBy } = deployment;
  if (rolledBackBy && rolledBackBy.deployedAt >= firstSeenAt) {
    return 'rolledBack';
  }
  if (facts.deployedAt < firstSeenAt) {
    return 'unknown';
  }
  if (failedAt) {
    return 'degraded';
  }
  const settledAt = healthyAt ?? next?.deployedAt;
  if (settledAt === undefined) {
    return 'pending';
  }
  if (!isWatched(watched, facts.deployedAt, settledAt)) {
    return 'unknown';
  }
  return healthyAt ? 'healthy' : 'superseded';
}

function earliest(times: string[]): string | undefined {
  return times.reduce<string | undefined>(
    (first, time) => (first === undefined || time < first ? time : first),
    undefined,
  );
}
