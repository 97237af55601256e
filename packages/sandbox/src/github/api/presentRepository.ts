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

import type { GitHub } from '../GitHub';
import { DEFAULT_BRANCH, type RepositoryContext } from '../RepositoryContext';
import { repositoryUrls } from '../urls';
import { presentUser } from './presentUser';

/** A repository as GitHub's API shows it, as far as clients of the sandbox read it. */
export function presentRepository(
  github: Pick<GitHub, 'baseUrl' | 'organisation'>,
  context: Pick<RepositoryContext, 'owner' | 'name' | 'record'>,
) {
  const { owner, name, record } = context;
  const { html, api, clone } = repositoryUrls(github.baseUrl, { owner, name });
  return {
    id: record.id,
    name,
    full_name: `${owner}/${name}`,
    owner: presentUser(github, owner),
    private: record.private,
    visibility: record.private ? 'private' : 'public',
    description: record.description || null,
    fork: false,
    archived: false,
    disabled: false,
    default_branch: DEFAULT_BRANCH,
    html_url: html,
    url: api,
    clone_url: clone,
    git_url: clone,
    archive_url: `${api}/{archive_format}{/ref}`,
    branches_url: `${api}/branches{/branch}`,
    commits_url: `${api}/commits{/sha}`,
    compare_url: `${api}/compare/{base}...{head}`,
    contents_url: `${api}/contents/{+path}`,
    git_refs_url: `${api}/git/refs{/sha}`,
    pulls_url: `${api}/pulls{/number}`,
    trees_url: `${api}/git/trees{/sha}`,
    created_at: record.createdAt,
    updated_at: record.createdAt,
    pushed_at: record.createdAt,
    permissions: {
      admin: true,
      maintain: true,
      push: true,
      triage: true,
      pull: true,
    },
    allow_merge_commit: true,
    allow_squash_merge: true,
    allow_rebase_merge: false,
    allow_auto_merge: false,
    delete_branch_on_merge: false,
  };
}
