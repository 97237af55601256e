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

import type { PullRecord } from '../RepositoryRecord';

/** Filters and order of a list, as GitHub's query has them. */
export interface PullRequestQuery {
  state?: string;
  /** `owner:branch`; GitHub passes over anything else. */
  head?: string;
  base?: string;
  sort?: string;
  direction?: string;
}

const COMPARE: Record<string, (a: PullRecord, b: PullRecord) => number> = {
  created: (a, b) => a.number - b.number,
  updated: (a, b) =>
    a.updatedAt.localeCompare(b.updatedAt) || a.number - b.number,
};

function matchesHead(pull: PullRecord, owner: string, head?: string): boolean {
  return (
    !head?.includes(':') ||
    head.toLowerCase() === `${owner}:${pull.head.ref}`.toLowerCase()
  );
}

/** The pull requests a query asks for, in its order: newest first where it says nothing. */
export function listPullRequests(
  pulls: PullRecord[],
  owner: string,
  query: PullRequestQuery,
): PullRecord[] {
  const { state = 'open', sort = 'created' } = query;
  const ascending =
    (query.direction ?? (query.sort ? 'asc' : 'desc')) === 'asc';
  const compare = COMPARE[sort] ?? COMPARE.created;
  return pulls
    .filter(pull => state === 'all' || pull.state === state)
    .filter(pull => matchesHead(pull, owner, query.head))
    .filter(pull => !query.base || pull.base.ref === query.base)
    .sort((a, b) => (ascending ? compare(a, b) : compare(b, a)));
}
