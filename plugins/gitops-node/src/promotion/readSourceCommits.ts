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

import { isError } from '@backstage/errors';
import type { CommitRange, GitOpsRepository } from '../git';
import { sameRepository, siblingRepositoryUrl } from '../service';
import { isCommit } from './ownChart';
import type { ReleaseVersion } from './Release';

const MAX = 30;

/**
 * The source commits between two versions.
 * @public
 */
export interface SourceCommits extends Partial<CommitRange> {
  /** The comparison at the Git host. */
  url?: string;
  /** Why the commits are not known. */
  reason?: string;
}

/**
 * The commits of a service's repository that the version `to` has and `from` has not.
 *
 * Only repositories beside the GitOps repository are looked at, where services go: the annotation that names one is
 * anybody's to write, and what the backend's token sees elsewhere is not told. Never rejects for what Git does not say:
 * the change can be judged without.
 * @public
 */
export async function readSourceCommits(options: {
  from: ReleaseVersion;
  to: ReleaseVersion;
  sourceUrl?: string;
  gitopsUrl: string;
  repositories: {
    forUrl(url: string): Pick<GitOpsRepository, 'url' | 'listCommits'>;
  };
  signal?: AbortSignal;
}): Promise<SourceCommits> {
  const { from, to, sourceUrl, gitopsUrl, repositories, signal } = options;
  const base = from.sourceRevision;
  const head = to.sourceRevision;
  if (!base || !head) {
    return {
      reason: `Git does not say from which source commit ${
        head ? from.label : to.label
      } was built.`,
    };
  }
  // A branch would mean something else tomorrow, and `other:branch` is in a fork.
  if (!isCommit(base) || !isCommit(head)) {
    return { reason: 'Git does not name whole source commits.' };
  }
  if (!sourceUrl || !isBeside(sourceUrl, gitopsUrl)) {
    return {
      reason:
        'The repository of the service is not known, or does not lie beside the GitOps repository.',
    };
  }
  try {
    const repository = repositories.forUrl(sourceUrl);
    const range = await repository.listCommits({
      base,
      head,
      max: MAX,
      signal,
    });
    const between = [base, head].map(encodeURIComponent).join('...');
    return { ...range, url: `${repository.url}/compare/${between}` };
  } catch (error) {
    if (signal?.aborted || !isError(error)) {
      throw error;
    }
    return { reason: `The source commits are not known: ${error.message}` };
  }
}

function isBeside(url: string, gitopsUrl: string): boolean {
  const name = url.replace(/\/+$/, '').split('/').at(-1) ?? '';
  return sameRepository(
    url.replace(/\.git$/, ''),
    siblingRepositoryUrl(gitopsUrl, name.replace(/\.git$/, '')),
  );
}
