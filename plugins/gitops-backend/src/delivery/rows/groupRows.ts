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
  ApplicationIdentity,
  PendingPullRequest,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { applicationKey } from '../../argocd/store';
import type { DeliveryFacts } from '../facts/DeliveryFacts';
import { valueOf } from '../facts/Part';
import { expectedEnvironments } from './expectedEnvironments';
import { environmentOfPullRequest } from './environmentOfPullRequest';
import type { RowFacts } from './RowFacts';

/** Where something belongs: to an Application's row, else to those of an environment, on one cluster or on each. */
interface Place {
  application?: ApplicationIdentity;
  environment: string;
  cluster?: string;
}

/** The rows of an entity in promotion order, and the pull requests that belong to none. */
export function groupRows(facts: DeliveryFacts): {
  rows: RowFacts[];
  pullRequests: PendingPullRequest[];
} {
  const applications = valueOf(facts.applications);
  const secrets = valueOf(facts.secrets);
  const rows = new Map<string, RowFacts>();
  const holders = new Map<string, RowFacts>();

  function rowAt({ environment, cluster }: Omit<Place, 'application'>) {
    const key = JSON.stringify([environment, cluster]);
    const row = rows.get(key) ?? emptyRow(environment, cluster);
    rows.set(key, row);
    return row;
  }

  function rowsFor(place: Place): RowFacts[] {
    const holder =
      place.application && holders.get(applicationKey(place.application));
    if (holder) {
      return [holder];
    }
    const found = [...rows.values()].filter(row => isAt(row, place));
    const cluster = place.cluster || undefined;
    return found.length > 0 ? found : [rowAt({ ...place, cluster })];
  }

  for (const app of sorted(applications?.items, applicationKey)) {
    const row = rowAt({ ...app, cluster: app.cluster || undefined });
    row.applications.push(app);
    holders.set(applicationKey(app), row);
  }
  for (const environment of expectedEnvironments(facts, [...rows.values()])) {
    rowAt({ environment });
  }
  for (const route of sorted(valueOf(facts.routes)?.items, ({ id }) => id)) {
    rowsFor(route).forEach(row => row.routes.push(route));
  }
  for (const reference of sorted(secrets?.references, JSON.stringify)) {
    rowsFor(reference).forEach(row => row.references.push(reference));
  }
  for (const path of sorted(secrets?.items, JSON.stringify)) {
    const place = { environment: path.environment };
    // A path is claimed for every environment; where nothing is in it, nothing has to run there.
    const targets =
      path.secrets.length > 0
        ? rowsFor(place)
        : [...rows.values()].filter(row => isAt(row, place));
    targets.forEach(row => row.paths.push(path));
  }
  return {
    pullRequests: placePullRequests(
      applications?.pullRequests ?? [],
      [...rows.values()],
      facts,
    ),
    rows: inPromotionOrder([...rows.values()], facts),
  };
}

/** Puts each into the rows of its environment, and hands back the others. */
function placePullRequests(
  pullRequests: PendingPullRequest[],
  rows: RowFacts[],
  { environments }: DeliveryFacts,
): PendingPullRequest[] {
  return sorted(pullRequests, JSON.stringify).filter(pullRequest => {
    const environment = environmentOfPullRequest(pullRequest, environments);
    const own = rows.filter(row => row.environment === environment);
    own.forEach(row => row.pullRequests.push(pullRequest));
    return own.length === 0;
  });
}

export function inPromotionOrder<
  T extends Pick<RowFacts, 'environment' | 'cluster'>,
>(rows: T[], { environments }: Pick<DeliveryFacts, 'environments'>): T[] {
  const names = environments.map(({ name }) => name);
  const rankOf = ({ environment }: T) =>
    names.includes(environment) ? names.indexOf(environment) : names.length;
  return sorted(
    rows,
    ({ environment, cluster = '' }) => `${environment}\n${cluster}`,
  ).sort((a, b) => rankOf(a) - rankOf(b));
}

/** Whether a row is in an environment, on a cluster where that is said; an empty name says nothing. */
export function isAt(
  row: Pick<RowFacts, 'environment' | 'cluster'>,
  place: { environment?: string; cluster?: string },
): boolean {
  return (
    row.environment === place.environment &&
    (!place.cluster || row.cluster === place.cluster)
  );
}

function emptyRow(environment: string, cluster?: string): RowFacts {
  return {
    environment,
    cluster,
    applications: [],
    routes: [],
    paths: [],
    references: [],
    pullRequests: [],
  };
}

/** Whatever order an upstream answers in, a page keeps its own. */
function sorted<T>(items: T[] = [], keyOf: (item: T) => string): T[] {
  return items
    .map(item => ({ item, key: keyOf(item) }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ item }) => item);
}

function compare(one: string, other: string): number {
  if (one === other) {
    return 0;
  }
  return one < other ? -1 : 1;
}
