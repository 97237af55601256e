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

import {
  sourceKindOf,
  type ArgoHistoryEntry,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { commitsOf } from '../../argocd/history/commitsOf';
import { deployedBy } from '../../argocd/overview/deployedBy';
import type { StoredApplication } from '../../argocd/store';
import type { DeploymentFacts } from './DeploymentFacts';
import { NO_HISTORY, type HealthFact } from './HealthFact';
import { readIsoTime } from './isoTime';
import type { RecordedApplication } from './RecordedApplication';
import { stableId } from './stableId';

/** The images that were seen to run with the latest deployment. */
export interface LiveImages {
  historyId: number;
  /** Whether it was Synced and Healthy, so that nothing of the version before it ran any more. */
  settled: boolean;
  images: string[];
  /** When Argo CD saw them. */
  at: string;
}

/** `undefined` where the Application was only listed so far, and not read. */
export function recordedId(
  app: Pick<StoredApplication, 'instance' | 'uid'>,
): string | undefined {
  return app.uid ? stableId(app.instance, app.uid) : undefined;
}

/** What is recorded of an Application itself. */
export function recordedApplication(
  app: StoredApplication,
  { environment, seenAt }: { environment: string; seenAt: string },
): RecordedApplication {
  const { instance, uid = '', namespace, name, project, destination } = app;
  return {
    id: stableId(instance, uid),
    instance,
    uid,
    namespace,
    name,
    project,
    environment,
    cluster: destination.name ?? destination.server ?? 'unknown',
    createdAt: readIsoTime(app.createdAt),
    firstSeenAt: seenAt,
    seenAt,
  };
}

/** The entries of an Application's history, oldest first. */
export function deploymentsOf(app: StoredApplication): DeploymentFacts[] {
  const applicationId = recordedId(app);
  return applicationId === undefined
    ? []
    : app.history
        .flatMap(entry => deploymentOf(app, applicationId, entry) ?? [])
        .reverse();
}

function deploymentOf(
  app: StoredApplication,
  applicationId: string,
  entry: ArgoHistoryEntry,
): DeploymentFacts | undefined {
  const deployedAt = readIsoTime(entry.deployedAt);
  if (!deployedAt) {
    return undefined;
  }
  const commits = commitsOf(app, entry);
  return {
    id: deploymentId(applicationId, entry.id),
    applicationId,
    historyId: entry.id,
    deployedAt,
    startedAt: readIsoTime(entry.startedAt),
    initiatedBy: entry.initiatedBy,
    revisions: entry.revisions,
    charts: commits
      .filter(commit => sourceKindOf(commit) !== 'git')
      .map(({ chart, repoUrl, revision }) => `${chart ?? repoUrl}@${revision}`),
    revision: commits.find(commit => sourceKindOf(commit) === 'git')?.revision,
  };
}

/** How a deployment is named, on every replica alike. */
export function deploymentId(applicationId: string, historyId: number): string {
  return stableId(applicationId, historyId);
}

/** What its health says now of its latest deployment. */
export function healthOf(
  app: StoredApplication,
  seenAt: string,
): HealthFact | undefined {
  const applicationId = recordedId(app);
  return applicationId === undefined
    ? undefined
    : {
        applicationId,
        historyId: app.history[0]?.id ?? NO_HISTORY,
        health: app.health,
        since: readIsoTime(app.healthSince) ?? seenAt,
        synced: app.sync === 'Synced',
        seenAt,
      };
}

/** `undefined` where nothing runs. */
export function liveImagesOf(
  app: StoredApplication,
  seenAt: string,
): LiveImages | undefined {
  const [head] = app.history;
  return head && app.images.length > 0
    ? {
        historyId: head.id,
        settled: app.sync === 'Synced' && app.health === 'Healthy',
        images: [...app.images].sort(),
        at: readIsoTime(app.reconciledAt) ?? seenAt,
      }
    : undefined;
}

/** The person that the portal asked the latest deployment for. */
export function requesterOf(app: StoredApplication): string | undefined {
  const by = deployedBy(app);
  return by === app.history[0]?.initiatedBy ? undefined : by;
}
