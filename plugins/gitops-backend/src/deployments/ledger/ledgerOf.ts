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

import { imageOf, labelOf } from '../../delivery/versions/imageOf';
import type { DeploymentFacts } from '../facts/DeploymentFacts';
import type { HealthFact } from '../facts/HealthFact';
import type { RecordedApplication } from '../facts/RecordedApplication';
import { classify, type Classified } from './classify';
import {
  courseOf,
  type CourseContext,
  type DeploymentCourse,
} from './courseOf';
import { isWatched, NOTED_WITHIN_MS } from './isWatched';
import type { LedgerEntry } from './LedgerEntry';
import { TimeSpans } from './TimeSpans';
import type { TimeSpan } from '../facts/TimeSpan';

/** All that is recorded of one Application; in any order. */
export interface ApplicationRecord {
  application: RecordedApplication;
  deployments: DeploymentFacts[];
  health: HealthFact[];
  /** When its instance was watched. */
  watches: TimeSpan[];
}

/** The deployments of one Application with how they went, oldest first. */
export function ledgerOf(
  record: ApplicationRecord,
  options: { failureWindowMs: number },
): LedgerEntry[] {
  const { application, health } = record;
  const deployments = classify(
    [...record.deployments].sort((a, b) => a.historyId - b.historyId),
  );
  const watched = TimeSpans.of(record.watches, 2 * NOTED_WITHIN_MS);
  const context: CourseContext = {
    deployments,
    health,
    watched,
    firstSeenAt: knownSince(application, watched),
    failureWindowMs: options.failureWindowMs,
  };
  return deployments.map(deployment =>
    toEntry(application, deployment, courseOf(deployment, context)),
  );
}

/** Since when an Application's state is known: since it was made, where it was made while its instance was watched. */
export function knownSince(
  { createdAt, firstSeenAt }: RecordedApplication,
  watched: TimeSpans,
): string {
  return createdAt &&
    createdAt < firstSeenAt &&
    isWatched(watched, createdAt, firstSeenAt)
    ? createdAt
    : firstSeenAt;
}

function toEntry(
  application: RecordedApplication,
  { facts, kind }: Classified,
  course: DeploymentCourse,
): LedgerEntry {
  const { instance, namespace, name, environment, cluster } = application;
  const images = facts.liveImages ?? facts.gitImages ?? [];
  const { healthyAt } = course;
  const { committedAt } = facts;
  return {
    id: facts.id,
    application: { instance, namespace, name },
    environment,
    cluster,
    kind,
    outcome: course.outcome,
    version: versionOf(facts),
    images,
    revision: facts.revision ?? facts.revisions[0],
    // Empty, while the placeholder ran.
    sourceRevision: facts.sourceRevision || undefined,
    committedAt,
    deployedAt: facts.deployedAt,
    healthyAt,
    failedAt: course.failedAt,
    restoredAt: course.restoredAt,
    leadTimeSeconds:
      healthyAt && committedAt && kind === 'deployment'
        ? secondsBetween(committedAt, healthyAt)
        : undefined,
    deployedBy: facts.requestedBy ?? facts.initiatedBy,
  };
}

/** What people call it: that of the image that Git names, else of the first, else the chart's. */
function versionOf({
  gitImages = [],
  liveImages = [],
  charts,
}: DeploymentFacts): string | undefined {
  const [image] = [...gitImages, ...liveImages];
  const label = image && labelOf(imageOf(image));
  return label ?? charts[0]?.split('@').at(-1);
}

/** Clocks differ: no time is less than none. */
function secondsBetween(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1_000));
}
