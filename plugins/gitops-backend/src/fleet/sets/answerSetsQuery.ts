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

import type {
  ApplicationSetsQuery,
  FleetApplicationSets,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { byIdentity, type ApplicationId } from '../../argocd/store';
import { parseFleetQuery } from '../query/parseFleetQuery';
import type { SetRow } from './SetRow';
import { toFleetApplicationSet } from './toFleetApplicationSet';

/**
 * Finds what was asked for among the ApplicationSets that a caller may see.
 *
 * @throws InputError for a cursor that is none or of another query.
 */
export function answerSetsQuery(
  rows: SetRow[],
  query: ApplicationSetsQuery,
  options: { frontendUrl: (instance: string) => string },
): Omit<FleetApplicationSets, 'instances'> {
  const { values, search, after, limit, cursorFor } = parseFleetQuery(query);
  const matching = rows
    .filter(
      ({ instance, projects, set }) =>
        (values.instance?.includes(instance) ?? true) &&
        (values.project?.some(project => projects.has(project)) ?? true) &&
        (!search || `${set.name}\n${set.namespace}`.includes(search)),
    )
    .sort((a, b) => byIdentity(idOf(a), idOf(b)));
  const rest = after
    ? matching.filter(row => byIdentity(idOf(row), after) > 0)
    : matching;
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(row =>
      toFleetApplicationSet(row, {
        frontendUrl: options.frontendUrl(row.instance),
      }),
    ),
    total: matching.length,
    nextCursor:
      last && rest.length > page.length
        ? cursorFor({ ...idOf(last), key: last.set.name })
        : undefined,
  };
}

function idOf({ instance, set }: SetRow): ApplicationId {
  return { instance, namespace: set.namespace, name: set.name };
}
