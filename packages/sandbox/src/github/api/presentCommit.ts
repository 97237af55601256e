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

import type { CommitInfo } from '../../git';
import type { FileDiff } from '../../git/diffFiles';
import type { GitHub } from '../GitHub';
import type { RepositoryContext } from '../RepositoryContext';
import { encodePath, repositoryUrls } from '../urls';
import { presentUser } from './presentUser';

type Repository = Pick<RepositoryContext, 'owner' | 'name'>;
type Site = Pick<GitHub, 'baseUrl' | 'organisation'>;

/** The answer of `git/commits`: git's own object. */
export function presentGitCommit(
  site: Site,
  context: Repository,
  commit: CommitInfo,
) {
  const { html, api } = repositoryUrls(site.baseUrl, context);
  const { revision, author, committer, tree, message, parents } = commit;
  return {
    sha: revision,
    node_id: `C_${revision}`,
    url: `${api}/git/commits/${revision}`,
    html_url: `${html}/commit/${revision}`,
    author,
    committer,
    message,
    tree: { sha: tree, url: `${api}/git/trees/${tree}` },
    parents: parents.map(sha => ({
      sha,
      url: `${api}/git/commits/${sha}`,
      html_url: `${html}/commit/${sha}`,
    })),
    verification: { verified: false, reason: 'unsigned' },
  };
}

/** The answer of `commits`: the commit and who is behind it. */
export function presentCommit(
  site: Site,
  context: Repository,
  commit: CommitInfo,
) {
  const { html, api } = repositoryUrls(site.baseUrl, context);
  const { sha, node_id, parents, ...git } = presentGitCommit(
    site,
    context,
    commit,
  );
  return {
    sha,
    node_id,
    url: `${api}/commits/${sha}`,
    html_url: `${html}/commit/${sha}`,
    commit: { ...git, comment_count: 0 },
    author: presentUser(site, commit.author.name),
    committer: presentUser(site, commit.committer.name),
    parents,
  };
}

/** One entry of `files`, of a commit, a comparison or a pull request. */
export function presentFile(
  site: Site,
  context: Repository,
  file: FileDiff,
  revision: string,
) {
  const { html, api } = repositoryUrls(site.baseUrl, context);
  const path = encodePath(file.path);
  const { additions, deletions, patch, previousPath } = file;
  return {
    sha: file.id,
    filename: file.path,
    ...(previousPath ? { previous_filename: previousPath } : {}),
    status: file.status,
    additions,
    deletions,
    changes: additions + deletions,
    blob_url: `${html}/blob/${revision}/${path}`,
    raw_url: `${html}/raw/${revision}/${path}`,
    contents_url: `${api}/contents/${path}?ref=${revision}`,
    ...(patch === undefined ? {} : { patch }),
  };
}
