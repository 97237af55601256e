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

import type { ScmIntegrationRegistry } from '@backstage/integration';
import { webPageOf } from './webPageOf';

/** How each kind of host spells the page of a commit, below the repository's own page. */
const COMMIT_PATHS: Record<string, string> = {
  azure: 'commit',
  bitbucketCloud: 'commits',
  bitbucketServer: 'commits',
  gitea: 'commit',
  github: 'commit',
  gitlab: '-/commit',
};

/**
 * The page of a commit, where the repository's host is one of the configured integrations;
 * `undefined` for other hosts and for revisions that are no commits, such as chart versions.
 */
export function commitUrl(
  repoUrl: string,
  revision: string | undefined,
  integrations: ScmIntegrationRegistry,
): string | undefined {
  if (!revision || !/^[0-9a-f]{7,64}$/.test(revision)) {
    return undefined;
  }
  const page = webPageOf(repoUrl);
  const type = page && integrations.byUrl(page)?.type;
  const path = type && COMMIT_PATHS[type];
  return path && `${page}/${path}/${revision}`;
}
