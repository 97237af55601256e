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

import { isDeepStrictEqual } from 'node:util';
import type { ArgoApplication } from '@gitops-platform/backstage-plugin-gitops-node';
import { usedAnnotations } from './compactApplication';

/** Whether the list, which shows less than the stream, contradicts what is kept. */
export function contradicts(
  listed: ArgoApplication,
  kept: ArgoApplication | undefined,
): boolean {
  return (
    kept === undefined ||
    !isDeepStrictEqual(comparable(listed), comparable(kept)) ||
    !isDeepStrictEqual(parentOf(listed, kept), kept.parent)
  );
}

/** What the list shows now, with what it leaves out as it was last known. */
export function mergeListed(
  listed: ArgoApplication,
  kept: ArgoApplication | undefined,
): ArgoApplication {
  if (!kept) {
    return listed;
  }
  const sameOperation =
    listed.operation?.startedAt === kept.operation?.startedAt;
  return {
    ...listed,
    uid: kept.uid,
    parent: parentOf(listed, kept),
    resourceVersion: kept.resourceVersion,
    reconciledAt: kept.reconciledAt,
    revisions: listed.revisions.length > 0 ? listed.revisions : kept.revisions,
    conditions: kept.conditions,
    history: kept.history,
    operation:
      listed.operation && kept.operation && sameOperation
        ? {
            ...kept.operation,
            phase: listed.operation.phase,
            finishedAt: listed.operation.finishedAt,
          }
        : listed.operation,
  };
}

/** Owner references, and so ApplicationSets, are not in the list. */
function parentOf(
  listed: ArgoApplication,
  kept: ArgoApplication,
): ArgoApplication['parent'] {
  return kept.parent?.kind === 'ApplicationSet' ? kept.parent : listed.parent;
}

/** What list and stream both show. Of several sources, the list has no revisions. */
function comparable(application: ArgoApplication) {
  const { sources, operation } = application;
  return {
    project: application.project,
    labels: application.labels,
    annotations: usedAnnotations(application.annotations),
    destination: application.destination,
    sources,
    autoSync: application.autoSync,
    sync: application.sync,
    revision: sources.length === 1 ? application.revisions[0] : undefined,
    health: application.health,
    healthTransitionAt: application.healthTransitionAt,
    images: application.images,
    phase: operation?.phase,
    startedAt: operation?.startedAt,
    finishedAt: operation?.finishedAt,
  };
}
