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

import type { Application } from '../types';
import type { FieldSelection } from './parseFields';

type Read = (application: Application) => unknown;

/** A field that has no value is written as null, except where its whole parent is absent. */
const orNull = (value: unknown) => value ?? null;

/**
 * The fields of an Application that the list can select, as in Argo CD 3.5 (`forwarder_overwrite.go`); any other
 * name gives nothing. That `operationState.operation.sync` gives the result of the sync is Argo CD's own doing.
 */
const FIELDS: Record<string, Read> = {
  'metadata.name': ({ metadata }) => metadata.name,
  'metadata.namespace': ({ metadata }) => metadata.namespace,
  'metadata.annotations': ({ metadata }) => orNull(metadata.annotations),
  'metadata.labels': ({ metadata }) => orNull(metadata.labels),
  'metadata.creationTimestamp': ({ metadata }) =>
    orNull(metadata.creationTimestamp),
  'metadata.deletionTimestamp': ({ metadata }) =>
    orNull(metadata.deletionTimestamp),
  spec: ({ spec }) => spec,
  'spec.destination': ({ spec }) => spec.destination,
  'spec.project': ({ spec }) => spec.project,
  'spec.source': ({ spec }) => orNull(spec.source),
  'spec.sources': ({ spec }) => orNull(spec.sources),
  'spec.sourceHydrator': ({ spec }) => orNull(spec.sourceHydrator),
  'spec.syncPolicy': ({ spec }) => orNull(spec.syncPolicy),
  'status.sourceHydrator': ({ status }) => status.sourceHydrator,
  'status.summary': ({ status }) => status.summary,
  'status.sync.status': ({ status }) => status.sync.status,
  'status.sync.revision': ({ status }) => status.sync.revision ?? '',
  'status.health': ({ status }) => status.health,
  'status.operationState.startedAt': ({ status }) =>
    status.operationState?.startedAt,
  'status.operationState.finishedAt': ({ status }) =>
    status.operationState && orNull(status.operationState.finishedAt),
  'status.operationState.phase': ({ status }) => status.operationState?.phase,
  'status.operationState.operation.sync': ({ status }) =>
    status.operationState && orNull(status.operationState.syncResult),
  'status.resources': ({ status }) =>
    status.resources?.length ? status.resources : undefined,
  'operation.sync': ({ operation }) => operation?.sync,
};

/**
 * The selected names among {@link FIELDS}; `undefined` where `spec` comes together with a part of it, which Argo CD
 * 3.5 answers with an error (depending on the order of a Go map; here always).
 */
export function listFieldNames({
  fields,
  exclude,
}: FieldSelection): string[] | undefined {
  const names = Object.keys(FIELDS).filter(
    name => fields.has(`items.${name}`) !== exclude,
  );
  const clash =
    names.includes('spec') && names.some(name => name.startsWith('spec.'));
  return clash ? undefined : names;
}

/** One item of a projected list. */
export function selectListFields(
  application: Application,
  names: string[],
): Record<string, unknown> {
  const item: Record<string, unknown> = {};
  for (const name of names) {
    const value = FIELDS[name](application);
    if (value !== undefined) {
      const parts = name.split('.');
      let place = item;
      for (const part of parts.slice(0, -1)) {
        place[part] ??= {};
        place = place[part] as Record<string, unknown>;
      }
      place[parts[parts.length - 1]] = value;
    }
  }
  return item;
}
