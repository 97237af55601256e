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
import { ANNOTATION_ENTITY_REF } from '@gitops-platform/backstage-plugin-gitops-common';
import type {
  ArgoApplication,
  ArgoHistoryEntry,
  ArgoOperation,
  ArgoSource,
} from './ArgoApplication';
import { rawApplicationSchema, type RawApplication } from './rawApplication';

const LONGEST_MESSAGE = 300;
const LONGEST_HISTORY = 10;

/** Requests to the controller, which come and go with every refresh. */
const PASSING_ANNOTATIONS = [
  'argocd.argoproj.io/refresh',
  'argocd.argoproj.io/hydrate',
];

/** For use inside of larger answers. */
export const applicationSchema = rawApplicationSchema.transform(raw =>
  normalise(raw),
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
  const parsed = applicationSchema.safeParse(raw);
  if (!parsed.success) {
    throw new InputError(
      'An Application without metadata.name or metadata.namespace',
    );
  }
  return parsed.data;
}

function normalise({
  metadata,
  spec,
  status,
}: RawApplication): ArgoApplication {
  const { health, summary, sync } = status;
  const sources = sourcesOf(spec);
  return {
    namespace: metadata.namespace,
    name: metadata.name,
    project: spec.project || 'default',
    uid: metadata.uid,
    resourceVersion: metadata.resourceVersion,
    createdAt: metadata.creationTimestamp,
    labels: metadata.labels,
    annotations: annotationsOf(metadata.annotations),
    destination: spec.destination,
    sources,
    autoSync: isAutoSync(spec.syncPolicy?.automated),
    sync: sync.status,
    revisions: revisionsOf(sync),
    health: health.status,
    healthMessage: cut(health.message),
    healthTransitionAt: health.lastTransitionTime,
    images: summary.images,
    externalUrls: summary.externalURLs,
    conditions: status.conditions.map(condition => ({
      type: condition.type,
      message: cut(condition.message) ?? '',
      since: condition.lastTransitionTime,
    })),
    operation: operationOf(status.operationState),
    history: historyOf(status.history, sources),
    reconciledAt: status.reconciledAt,
    deleting: metadata.deletionTimestamp !== undefined,
  };
}

function annotationsOf(all: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(all).filter(
      ([key]) =>
        key === ANNOTATION_ENTITY_REF ||
        (key.startsWith('argocd.argoproj.io/') &&
          !PASSING_ANNOTATIONS.includes(key)),
    ),
  );
}

function sourcesOf(
  raw: Pick<RawApplication['spec'], 'source' | 'sources'>,
): ArgoSource[] {
  const sources = raw.sources.length > 0 ? raw.sources : [raw.source];
  return sources.flatMap(source =>
    source
      ? [
          {
            repoUrl: source.repoURL,
            path: source.path,
            chart: source.chart,
            targetRevision: source.targetRevision,
            ref: source.ref,
          },
        ]
      : [],
  );
}

/** `automated: {}` is on; `enabled: false` (Argo CD 3) is off. */
function isAutoSync(automated: { enabled?: boolean } | undefined): boolean {
  return automated !== undefined && automated.enabled !== false;
}

/** Where there are several sources, the single `revision` is empty. */
function revisionsOf(raw: {
  revision?: string;
  revisions: string[];
}): string[] {
  if (raw.revisions.length > 0) {
    return raw.revisions;
  }
  return raw.revision ? [raw.revision] : [];
}

function operationOf(
  raw: RawStatus['operationState'],
): ArgoOperation | undefined {
  return raw?.phase
    ? {
        phase: raw.phase,
        message: cut(raw.message),
        startedAt: raw.startedAt,
        finishedAt: raw.finishedAt,
        initiatedBy: initiatorOf(raw.operation?.initiatedBy),
        revisions: revisionsOf(raw.syncResult),
      }
    : undefined;
}

function historyOf(
  raw: RawStatus['history'],
  present: ArgoSource[],
): ArgoHistoryEntry[] {
  return raw
    .map(entry => ({
      id: entry.id,
      deployedAt: entry.deployedAt,
      startedAt: entry.deployStartedAt,
      initiatedBy: initiatorOf(entry.initiatedBy),
      revisions: revisionsOf(entry),
      sources: shared(sourcesOf(entry), present),
    }))
    .sort((a, b) => b.id - a.id)
    .slice(0, LONGEST_HISTORY);
}

/** Sources rarely change: thousands of Applications need not keep ten copies each. */
function shared(sources: ArgoSource[], present: ArgoSource[]): ArgoSource[] {
  return isDeepStrictEqual(sources, present) ? present : sources;
}

function initiatorOf(
  raw: { username?: string; automated?: boolean } | undefined,
): string | undefined {
  return raw?.username || (raw?.automated ? 'automated' : undefined);
}

function cut(text: string | undefined): string | undefined {
  return text && text.length > LONGEST_MESSAGE
    ? `${text.slice(0, LONGEST_MESSAGE - 1)}…`
    : text || undefined;
}
