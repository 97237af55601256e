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

import {
  ServiceNameFacts,
  parseRepositoryLocation,
} from '@gitops-platform/backstage-plugin-gitops-node';

/** Whether there is something to create, to fill, or nothing to do. */
export type RepositoryStatus = 'missing' | 'empty' | 'ready';

export function statusOf(
  repository: ServiceNameFacts['repository'],
): RepositoryStatus {
  if (!repository) return 'missing';
  return repository.empty ? 'empty' : 'ready';
}

/** The forms of a repository's address that other actions ask for. */
export function addressesOf(url: string, branch: string) {
  const { host, owner, name } = parseRepositoryLocation(url);
  return {
    repoUrl: `${host}?owner=${owner}&repo=${name}`,
    repositoryUrl: url,
    remoteUrl: `${url}.git`,
    repoContentsUrl: `${url}/blob/${branch}`,
  };
}
