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

import type { Octokit } from '@octokit/rest';
import { z } from 'zod';
import type {
  CallOptions,
  CommitRange,
  RepositoryCommit,
} from '../GitOpsRepository';
import {
  commitRangeAnswer,
  listedCommitAnswer,
  type CommitRangeAnswer,
} from './answers';
import type { GitHubCalls } from './GitHubCalls';

interface Options {
  octokit: Octokit;
  calls: GitHubCalls;
  repo: { owner: string; repo: string };
}

/**
 * Commits as we show them: one, or what one has that another has not.
 * @internal
 */
export class GitHubCommitRanges {
  readonly #options: Options;

  static create(options: Options): GitHubCommitRanges {
    return new GitHubCommitRanges(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** `undefined` where the repository does not know it. */
  async get(
    revision: string,
    { signal }: CallOptions,
  ): Promise<RepositoryCommit | undefined> {
    const { octokit, calls, repo } = this.#options;
    const { commit } = await calls.send({
      what: `read the commit ${revision}`,
      send: async request => {
        // The changes of the commit come a page at a time, and nobody looks at them.
        const { data } = await octokit.rest.repos.getCommit({
          ...repo,
          ref: revision,
          per_page: 1,
          request,
        });
        return { data: { commit: data } };
      },
      answer: z.object({ commit: listedCommitAnswer.optional() }),
      // A hash that is none of a commit is unprocessable.
      refused: ({ status, message }) =>
        status === 422 && /No commit found/i.test(message)
          ? { commit: undefined }
          : undefined,
      signal,
    });
    // A branch or tag may have such a name, and is not what was asked for.
    return commit?.sha === revision ? toCommit(commit) : undefined;
  }

  /** One call, or three where there are more than `max`: GitHub lists the oldest first. */
  async list(
    options: { base: string; head: string; max: number } & CallOptions,
  ): Promise<CommitRange> {
    const { max } = options;
    const first = await this.#page(options, 1);
    const total = first.total_commits;
    const last = Math.ceil(total / max);
    const pages =
      last > 1
        ? await Promise.all(
            [last - 1, last].map(page =>
              page === 1 ? first : this.#page(options, page),
            ),
          )
        : [first];
    return {
      total,
      behind: first.behind_by,
      commits: pages
        .flatMap(({ commits }) => commits)
        .reverse()
        .slice(0, max)
        .map(toCommit),
    };
  }

  #page(
    options: { base: string; head: string; max: number } & CallOptions,
    page: number,
  ): Promise<CommitRangeAnswer> {
    const { octokit, calls, repo } = this.#options;
    const { base, head, max, signal } = options;
    return calls.send({
      what: `list the commits between ${base} and ${head}`,
      send: request =>
        octokit.rest.repos.compareCommitsWithBasehead({
          ...repo,
          basehead: `${base}...${head}`,
          per_page: max,
          page,
          request,
        }),
      answer: commitRangeAnswer,
      signal,
    });
  }
}

function toCommit({
  sha,
  html_url: url,
  commit,
}: CommitRangeAnswer['commits'][number]): RepositoryCommit {
  const { author, committer, message } = commit;
  return {
    revision: sha,
    title: message.split('\n', 1)[0],
    author: author?.name ?? undefined,
    date: committer?.date ?? author?.date ?? undefined,
    url: url ?? undefined,
  };
}
