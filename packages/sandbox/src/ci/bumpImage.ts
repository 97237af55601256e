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
import { commitFiles } from '../git/commitFiles';
import { moveRef } from '../git/moveRef';
import { type GitHub, findRepository } from '../github/GitHub';
import { GitHubError } from '../github/GitHubError';
import {
  DEFAULT_BRANCH,
  type RepositoryContext,
} from '../github/RepositoryContext';
import { signatureOf } from '../github/signatureOf';
import { builtImage } from './builtImage';
import type { CiRun } from './CiRun';
import { readPlatformForCi } from './readPlatformForCi';
import { setImage } from './setImage';

/** Who CI's commits and pull requests are from. */
export const CI_LOGIN = 'sandbox-ci';

const ATTEMPTS = 5;

/** How a run ended. */
export type BumpResult = Pick<
  CiRun,
  'outcome' | 'message' | 'image' | 'pullRequest'
>;

function movedMeanwhile(error: unknown): boolean {
  return (
    error instanceof ConflictError ||
    (error instanceof GitHubError && [405, 409].includes(error.status))
  );
}

/** Opens the pull request, or finds the one that an interrupted run has opened. */
async function ensurePullRequest(
  github: GitHub,
  gitops: RepositoryContext,
  head: string,
  title: string,
): Promise<number> {
  const pulls = await github.pulls.list(gitops);
  const open = pulls.find(p => p.state === 'open' && p.head.ref === head);
  if (open) {
    return open.number;
  }
  const created = await github.pulls.create(gitops, {
    title,
    body: 'Made by the service’s CI after a push to its main branch.',
    head,
    base: DEFAULT_BRANCH,
    author: CI_LOGIN,
  });
  return created.number;
}

async function bumpOnce(
  github: GitHub,
  gitops: RepositoryContext,
  source: { service: string; revision: string },
): Promise<BumpResult> {
  const { repository, owner, name } = gitops;
  const { service, revision } = source;
  const main = await repository.resolve(`refs/heads/${DEFAULT_BRANCH}`);
  const platform = main && (await repository.readFile(main, 'platform.yaml'));
  if (!platform) {
    return {
      outcome: 'failed',
      message: `${owner}/${name} has no platform.yaml on ${DEFAULT_BRANCH}; CI reads the registry from it`,
    };
  }
  const { registry, environment } = readPlatformForCi(platform.toString());
  const built = builtImage(registry, service, revision);
  const image = `${built.repository}:${built.tag}`;
  const path = `applications/${environment}/${service}/values.yaml`;
  const values = await repository.readFile(main, path);
  if (!values) {
    return {
      outcome: 'waiting',
      image,
      message:
        'nothing to bump: merge the onboarding pull request first, then push again',
    };
  }
  const before = values.toString('utf8');
  const content = setImage(before, built);
  if (content === before) {
    return {
      outcome: 'succeeded',
      image,
      message: `${environment} has ${built.tag} already`,
    };
  }
  const title = `deploy(${environment}): ${service} ${built.tag}`;
  const branch = `deploy/${environment}/${service}-${built.tag}`;
  const ref = `refs/heads/${branch}`;
  await commitFiles(repository, {
    branch,
    parent: await repository.resolve(ref),
    startFrom: main,
    message: title,
    author: signatureOf(CI_LOGIN, github.now()),
    files: [{ path, content }],
  });
  await github.repositories.publishChanges(owner, name);
  const number = await ensurePullRequest(github, gitops, branch, title);
  await github.pulls.merge(gitops, number, { method: 'squash', by: CI_LOGIN });
  const tip = await repository.resolve(ref);
  await moveRef(repository, { ref, before: tip });
  await github.repositories.publishChanges(owner, name);
  return {
    outcome: 'succeeded',
    image,
    pullRequest: number,
    message: `merged the bump of ${environment} to ${built.tag}`,
  };
}

/**
 * Makes the bump that the workflow of a service makes: branch, commit, pull request, merge. Where the GitOps
 * repository moves meanwhile it begins anew from what is there.
 */
export async function bumpImage(
  github: GitHub,
  options: {
    gitops: { owner: string; name: string };
    service: string;
    revision: string;
  },
): Promise<BumpResult> {
  const { owner, name } = options.gitops;
  const gitops = await findRepository(github, owner, name);
  for (let attempt = 1; attempt < ATTEMPTS; attempt++) {
    try {
      return await bumpOnce(github, gitops, options);
    } catch (error) {
      if (!movedMeanwhile(error)) {
        throw error;
      }
    }
  }
  return bumpOnce(github, gitops, options);
}
