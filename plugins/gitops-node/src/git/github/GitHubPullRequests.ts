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

import { ConflictError } from '@backstage/errors';
import type { Octokit } from '@octokit/rest';
import { z } from 'zod';
import type { CallOptions, PullRequest } from '../GitOpsRepository';
import { listedPullAnswer, pullAnswer } from './answers';
import type { GitHubCalls } from './GitHubCalls';

const PAGE = 100;

interface Options {
  octokit: Octokit;
  calls: GitHubCalls;
  repo: { owner: string; repo: string };
}

/**
 * Pull requests within one repository, never those from forks.
 * @internal
 */
export class GitHubPullRequests {
  readonly #options: Options;

  static create(options: Options): GitHubPullRequests {
    return new GitHubPullRequests(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async find(
    options: {
      head?: string;
      base?: string;
      state?: 'open' | 'all';
    } & CallOptions,
  ): Promise<PullRequest[]> {
    const { octokit, calls, repo } = this.#options;
    const { head, base, state = 'open', signal } = options;
    const found: PullRequest[] = [];
    for (let page = 1; ; page++) {
      const pulls = await calls.send({
        what: 'list pull requests',
        send: request =>
          octokit.rest.pulls.list({
            ...repo,
            head: head && `${repo.owner}:${head}`,
            base,
            state,
            sort: 'created',
            direction: 'desc',
            per_page: PAGE,
            page,
            request,
          }),
        answer: z.array(listedPullAnswer),
        signal,
      });
      // Servers pass over a head that they cannot read.
      found.push(
        ...pulls.flatMap(pull =>
          pull && (!head || pull.head === head) ? [pull] : [],
        ),
      );
      if (pulls.length < PAGE) {
        return found;
      }
    }
  }

  async open(
    options: {
      head: string;
      base: string;
      title: string;
      body: string;
    } & CallOptions,
  ): Promise<PullRequest> {
    const { octokit, calls, repo } = this.#options;
    const { head, base, title, body, signal } = options;
    const present = async () => (await this.find({ head, base, signal }))[0];
    return calls.send<PullRequest>({
      what: `open a pull request for ${head}`,
      send: request =>
        octokit.rest.pulls.create({
          ...repo,
          head,
          base,
          title,
          body,
          request,
        }),
      answer: pullAnswer,
      recheck: present,
      refused: async ({ status, message }) => {
        if (status === 422 && /already exists/.test(message)) {
          return present();
        }
        return status === 422 && /No commits between|invalid/i.test(message)
          ? new ConflictError(
              `There is nothing to open a pull request for in ${repo.owner}/${repo.repo}: ${message}.`,
            )
          : undefined;
      },
      signal,
    });
  }

  async update(
    options: {
      number: number;
      title?: string;
      body?: string;
      state?: 'closed';
    } & CallOptions,
  ): Promise<PullRequest> {
    const { octokit, calls, repo } = this.#options;
    const { number, title, body, state, signal } = options;
    return calls.send({
      what: `update pull request #${number}`,
      send: request =>
        octokit.rest.pulls.update({
          ...repo,
          pull_number: number,
          title,
          body,
          state,
          request,
        }),
      answer: pullAnswer,
      signal,
    });
  }
}
