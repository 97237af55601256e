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

import { ANNOTATION_ENTITY_REF } from '@gitops-platform/backstage-plugin-gitops-common';
import type {
  ArgoApplication,
  ArgoHistoryEntry,
  ArgoSource,
} from '@gitops-platform/backstage-plugin-gitops-node';
import type { Interner } from './Interner';

const MAX_HISTORY = 10;

/** An Application in as little memory as it takes: what views do not need is dropped, what repeats is shared. */
export function compactApplication(
  app: ArgoApplication,
  interner: Interner,
): ArgoApplication {
  const { parent, operation } = app;
  const sourcesOf = (sources: ArgoSource[]) =>
    sources.map(source => interner.fields(source));
  const sources = sourcesOf(app.sources);
  const compactSources = (other: ArgoSource[]) =>
    other === app.sources ? sources : sourcesOf(other);
  return {
    ...app,
    namespace: interner.text(app.namespace),
    project: interner.text(app.project),
    parent: parent && interner.fields(parent),
    labels: interner.fields(app.labels),
    annotations: usedAnnotations(app.annotations),
    destination: interner.fields(app.destination),
    sources,
    revisions: interner.list(app.revisions),
    healthMessage: interner.optional(app.healthMessage),
    images: interner.list(app.images),
    conditions: app.conditions.map(condition => interner.fields(condition)),
    operation: operation && {
      ...operation,
      message: interner.optional(operation.message),
      initiatedBy: interner.optional(operation.initiatedBy),
      requestedBy: interner.optional(operation.requestedBy),
      revisions: interner.list(operation.revisions),
    },
    history: app.history
      .slice(0, MAX_HISTORY)
      .map(entry => historyEntryOf(entry, compactSources, interner)),
  };
}

/** Of all annotations, only this one says something to a view. */
export function usedAnnotations(
  annotations: Record<string, string>,
): Record<string, string> {
  const entityRef = annotations[ANNOTATION_ENTITY_REF];
  return entityRef === undefined ? {} : { [ANNOTATION_ENTITY_REF]: entityRef };
}

function historyEntryOf(
  entry: ArgoHistoryEntry,
  compactSources: (sources: ArgoSource[]) => ArgoSource[],
  interner: Interner,
): ArgoHistoryEntry {
  return {
    ...entry,
    initiatedBy: interner.optional(entry.initiatedBy),
    revisions: interner.list(entry.revisions),
    sources: compactSources(entry.sources),
  };
}
