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

/** How each kind of host spells the page that compares two commits, below the repository's own page. */
const COMPARE_PATHS: Partial<
  Record<string, (base: string, head: string) => string>
> = {
  bitbucketCloud: (base, head) => `branches/compare/${head}..${base}`,
  gitea: (base, head) => `compare/${base}...${head}`,
  github: (base, head) => `compare/${base}...${head}`,
  gitlab: (base, head) => `-/compare/${base}...${head}`,
};

/** The page of what `head` has and `base` has not; `undefined` for hosts that are not configured or have none. */
export function compareUrl(
  repoUrl: string,
  range: { base: string; head: string },
  integrations: ScmIntegrationRegistry,
): string | undefined {
  const page = webPageOf(repoUrl);
  const pathOf = COMPARE_PATHS[(page && integrations.byUrl(page)?.type) ?? ''];
  const areCommits = [range.base, range.head].every(revision =>
    /^[0-9a-f]{7,64}$/.test(revision),
  );
  return pathOf && areCommits
    ? `${page}/${pathOf(range.base, range.head)}`
    : undefined;
}
