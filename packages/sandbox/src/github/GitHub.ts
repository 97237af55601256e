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

import type { RepositoryStore } from '../git';
import { GitHubError } from './GitHubError';
import type { PullRequests } from './pulls/PullRequests';
import type { RecordStore } from './RecordStore';
import type { RepositoryContext } from './RepositoryContext';

/** What every route of the GitHub stand-in works with. */
export interface GitHub {
  /** As clients reach it, without a slash at the end. */
  baseUrl: string;
  organisation: string;
  repositories: RepositoryStore;
  records: RecordStore;
  pulls: PullRequests;
  now: () => Date;
}

/** Finds a repository by any spelling of its name; throws GitHub's 404. */
export async function findRepository(
  github: Pick<GitHub, 'repositories' | 'records'>,
  owner: string,
  name: string,
): Promise<RepositoryContext> {
  const found = github.repositories.canonicalName(owner, name);
  const repository = github.repositories.get(owner, name);
  if (!found || !repository) {
    throw GitHubError.notFound();
  }
  const record = await github.records.get(found.owner, found.name);
  return { ...found, repository, record };
}
