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

import type { ArgoHealthStatus } from '@gitops-platform/backstage-plugin-gitops-node';
import type { DeploymentFacts } from '../facts/DeploymentFacts';
import type { HealthFact } from '../facts/HealthFact';
import type { RecordedApplication } from '../facts/RecordedApplication';

/** Rows of the table `applications`. */
export interface ApplicationRow {
  id: string;
  instance: string;
  uid: string;
  namespace: string;
  name: string;
  project: string;
  environment: string;
  cluster: string;
  created_at: string | null;
  first_seen_at: string;
  seen_at: string;
  removed_at: string | null;
}

/** Rows of the table `deployments`. Lists are JSON. */
export interface DeploymentRow {
  id: string;
  application_id: string;
  history_id: number;
  deployed_at: string;
  started_at: string | null;
  initiated_by: string | null;
  requested_by: string | null;
  revisions: string;
  charts: string;
  revision: string | null;
  live_images: string | null;
  live_images_at: string | null;
  rollout_images: string | null;
  rollout_images_at: string | null;
  git_images: string | null;
  source_revision: string | null;
  committed_at: string | null;
  landed_claimed_at: string | null;
  changed_at: string | null;
  changed_by: string | null;
}

/** Rows of the table `health`. */
export interface HealthRow {
  application_id: string;
  history_id: number;
  since: string;
  health: ArgoHealthStatus;
  /** SQLite has numbers for booleans. */
  synced: boolean | number;
  seen_at: string;
  claimed_at: string | null;
}

export function toApplicationRow({
  createdAt,
  firstSeenAt,
  seenAt,
  removedAt,
  ...app
}: RecordedApplication): ApplicationRow {
  return {
    ...app,
    created_at: createdAt ?? null,
    first_seen_at: firstSeenAt,
    seen_at: seenAt,
    removed_at: removedAt ?? null,
  };
}

export function fromApplicationRow({
  created_at: createdAt,
  first_seen_at: firstSeenAt,
  seen_at: seenAt,
  removed_at: removedAt,
  ...app
}: ApplicationRow): RecordedApplication {
  return {
    ...app,
    createdAt: createdAt ?? undefined,
    firstSeenAt,
    seenAt,
    removedAt: removedAt ?? undefined,
  };
}

export function toDeploymentRow(facts: DeploymentFacts): DeploymentRow {
  return {
    id: facts.id,
    application_id: facts.applicationId,
    history_id: facts.historyId,
    deployed_at: facts.deployedAt,
    started_at: facts.startedAt ?? null,
    initiated_by: facts.initiatedBy ?? null,
    requested_by: facts.requestedBy ?? null,
    revisions: JSON.stringify(facts.revisions),
    charts: JSON.stringify(facts.charts),
    revision: facts.revision ?? null,
    live_images: toJson(facts.liveImages),
    live_images_at: null,
    rollout_images: toJson(facts.rolloutImages),
    rollout_images_at: null,
    git_images: toJson(facts.gitImages),
    source_revision: facts.sourceRevision ?? null,
    committed_at: facts.committedAt ?? null,
    landed_claimed_at: null,
    changed_at: null,
    changed_by: null,
  };
}

export function fromDeploymentRow(row: DeploymentRow): DeploymentFacts {
  return {
    id: row.id,
    applicationId: row.application_id,
    historyId: row.history_id,
    deployedAt: row.deployed_at,
    startedAt: row.started_at ?? undefined,
    initiatedBy: row.initiated_by ?? undefined,
    requestedBy: row.requested_by ?? undefined,
    revisions: JSON.parse(row.revisions),
    charts: JSON.parse(row.charts),
    revision: row.revision ?? undefined,
    liveImages: fromJson(row.live_images),
    rolloutImages: fromJson(row.rollout_images),
    gitImages: fromJson(row.git_images),
    sourceRevision: row.source_revision ?? undefined,
    committedAt: row.committed_at ?? undefined,
  };
}

export function toHealthRow(fact: HealthFact): HealthRow {
  return {
    application_id: fact.applicationId,
    history_id: fact.historyId,
    since: fact.since,
    health: fact.health,
    synced: fact.synced,
    seen_at: fact.seenAt,
    claimed_at: null,
  };
}

export function fromHealthRow(row: HealthRow): HealthFact {
  return {
    applicationId: row.application_id,
    historyId: row.history_id,
    since: row.since,
    health: row.health,
    synced: Boolean(row.synced),
    seenAt: row.seen_at,
  };
}

function toJson(list: string[] | undefined): string | null {
  return list ? JSON.stringify(list) : null;
}

function fromJson(text: string | null): string[] | undefined {
  return text === null ? undefined : JSON.parse(text);
}
