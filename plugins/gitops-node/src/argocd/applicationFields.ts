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

import { KEPT_ANNOTATIONS } from './keptAnnotations';

const SOURCE = ['repoURL', 'path', 'chart', 'targetRevision', 'ref'];
const sourcesBelow = (path: string) =>
  ['source', 'sources'].flatMap(key =>
    SOURCE.map(field => `${path}.${key}.${field}`),
  );

/**
 * What the overview needs of an Application. The stream projects any path. Values, parameters, manifests and the
 * list of resources, which may be large or secret, never come over the wire.
 */
export const STREAM_FIELDS = [
  'result.type',
  ...[
    'metadata.name',
    'metadata.namespace',
    'metadata.uid',
    'metadata.resourceVersion',
    'metadata.labels',
    ...KEPT_ANNOTATIONS.map(name => `metadata.annotations.${name}`),
    'metadata.creationTimestamp',
    'metadata.deletionTimestamp',
    'metadata.ownerReferences.kind',
    'metadata.ownerReferences.name',
    'spec.project',
    'spec.destination',
    ...sourcesBelow('spec'),
    'spec.sourceHydrator.drySource.repoURL',
    'spec.sourceHydrator.syncSource',
    'spec.syncPolicy.automated',
    'status.sync.status',
    'status.sync.revision',
    'status.sync.revisions',
    'status.health',
    'status.summary',
    'status.history.id',
    'status.history.deployedAt',
    'status.history.deployStartedAt',
    'status.history.initiatedBy',
    'status.history.revision',
    'status.history.revisions',
    ...sourcesBelow('status.history'),
    'status.conditions',
    'status.operationState.phase',
    'status.operationState.message',
    'status.operationState.startedAt',
    'status.operationState.finishedAt',
    'status.operationState.operation.initiatedBy',
    'status.operationState.operation.info',
    'status.operationState.operation.sync.dryRun',
    'status.operationState.syncResult.revision',
    'status.operationState.syncResult.revisions',
    'status.reconciledAt',
  ].map(field => `result.application.${field}`),
].join();

/** The list projects from a fixed set only, in which history, conditions and messages are not. */
export const LIST_FIELDS = [
  'metadata.resourceVersion',
  ...[
    'metadata.name',
    'metadata.namespace',
    'metadata.labels',
    'metadata.annotations',
    'metadata.creationTimestamp',
    'metadata.deletionTimestamp',
    'spec.project',
    'spec.destination',
    'spec.source',
    'spec.sources',
    'spec.sourceHydrator',
    'spec.syncPolicy',
    'status.sync.status',
    'status.sync.revision',
    'status.health',
    'status.summary',
    'status.operationState.phase',
    'status.operationState.startedAt',
    'status.operationState.finishedAt',
  ].map(field => `items.${field}`),
].join();

export const NAME_FIELDS = [
  'metadata.resourceVersion',
  'items.metadata.name',
  'items.metadata.namespace',
].join();

export const VERSION_FIELDS = 'metadata.resourceVersion';

export const RESOURCE_FIELDS = 'items.metadata.name,items.status.resources';
