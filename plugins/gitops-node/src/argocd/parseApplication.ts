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
import { InputError } from '@backstage/errors';
import type {
  ArgoApplication,
  ArgoHistoryEntry,
  ArgoSource,
} from './ArgoApplication';
import { cutText } from './cutText';
import { isAutoSync } from './isAutoSync';
import { initiatorOf, operationOf, revisionsOf } from './operationOf';
import { KEPT_ANNOTATIONS } from './keptAnnotations';
import { parentOf } from './parentOf';
import { present } from './tolerant';
import { rawApplicationSchema, type RawApplication } from './rawApplication';
import { listSources, sourceOf } from './rawSource';

const LONGEST_MESSAGE = 300;
const LONGEST_HISTORY = 10;

/** For use inside of larger answers that are read now and then. */
export const applicationSchema = rawApplicationSchema.transform(raw =>
  readApplication(raw),
);

type RawStatus = RawApplication['status'];

/**
 * Normalises an Application as Argo CD serves it, whole or projected. Also cuts down what a server that does not
 * know `fields` sends in full.
 *
 * @throws InputError where it has no name or namespace.
 * @public
 */
export function parseApplication(raw: unknown): ArgoApplication {
  const parsed = rawApplicationSchema.safeParse(raw);
  if (!parsed.success) {
    throw new InputError(
      'An Application without metadata.name or metadata.namespace',
    );
  }
  return readApplication(parsed.data);
}

/** What we keep of an Application whose shape is known. */
export function readApplication({
  metadata,
  spec,
  status,
}: RawApplication): ArgoApplication {
  const { health, summary, sync } = status;
  const sources = listSources({
    ...spec,
    hydrated: spec.sourceHydrator,
  }).map(sourceOf);
  return {
    namespace: metadata.namespace,
    name: metadata.name,
    project: spec.project || 'default',
    uid: metadata.uid,
    resourceVersion: metadata.resourceVersion,
    createdAt: metadata.creationTimestamp,
    parent: parentOf({
      ...metadata,
      ownerReferences: present(metadata.ownerReferences),
    }),
    labels: metadata.labels,
    annotations: annotationsOf(metadata.annotations),
    destination: spec.destination,
    sources,
    autoSync: isAutoSync(spec.syncPolicy?.automated),
    sync: sync.status,
    revisions: revisionsOf(sync),
    health: health.status,
    healthMessage: cutText(health.message, LONGEST_MESSAGE),
    healthTransitionAt: health.lastTransitionTime,
    images: summary.images,
    externalUrls: summary.externalURLs,
    conditions: present(status.conditions).map(condition => ({
      type: condition.type,
      message: cutText(condition.message, LONGEST_MESSAGE) ?? '',
      since: condition.lastTransitionTime,
    })),
    operation: operationOf(status.operationState, {
      longestMessage: LONGEST_MESSAGE,
    }),
    history: historyOf(status.history, sources),
    reconciledAt: status.reconciledAt,
    deleting: metadata.deletionTimestamp !== undefined,
  };
}

function annotationsOf(all: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(all).filter(([key]) => KEPT_ANNOTATIONS.includes(key)),
  );
}

function historyOf(
  raw: RawStatus['history'],
  today: ArgoSource[],
): ArgoHistoryEntry[] {
  return present(raw)
    .map(entry => ({
      id: entry.id,
      deployedAt: entry.deployedAt,
      startedAt: entry.deployStartedAt,
      initiatedBy: initiatorOf(entry.initiatedBy),
      revisions: revisionsOf(entry),
      sources: shared(listSources(entry).map(sourceOf), today),
    }))
    .sort((a, b) => b.id - a.id)
    .slice(0, LONGEST_HISTORY);
}

/** Sources rarely change: thousands of Applications need not keep ten copies each. */
function shared(sources: ArgoSource[], today: ArgoSource[]): ArgoSource[] {
  return isDeepStrictEqual(sources, today) ? today : sources;
}
