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

import { createHash } from 'node:crypto';
import type { ActionContext } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import {
  describeRelease,
  entityRepositoryUrl,
  type GitOpsRepository,
  proposeChanges,
  readSourceCommits,
  type ReleaseDesk,
  type ReleasePlan,
} from '@gitops-platform/backstage-plugin-gitops-node';
import type { GitOpsRepositoryLookup } from '../GitOpsRepositoryLookup';
import type { OpenedComponent } from './openComponent';
import { readReason } from './readReason';

type Context = Pick<
  ActionContext<JsonObject>,
  'checkpoint' | 'isDryRun' | 'logger' | 'signal'
>;

/** The outputs of a release; see `releaseOutput`. */
export interface ProposedRelease {
  status: 'created' | 'updated' | 'unchanged';
  message: string;
  pullRequestUrl?: string;
  pullRequestNumber?: number;
  branch: string;
  fromVersion: string;
  toVersion: string;
  files: string[];
  commits: { revision: string; title: string }[];
}

/**
 * Makes a plan known as a pull request of a branch of its own. Does nothing where Git says it already, and in a dry
 * run says what it would do. Rejects with a `ConflictError` where the plan is in doubt and there is no reason.
 */
export async function proposeRelease(
  ctx: Context,
  options: {
    kind: 'promotion' | 'rollback';
    component: OpenedComponent;
    desk: ReleaseDesk;
    plan: ReleasePlan;
    /** Where the version comes from, in words. */
    origin: string;
    reason?: string;
    repository: GitOpsRepository;
    repositories: GitOpsRepositoryLookup;
  },
): Promise<ProposedRelease> {
  const { kind, component, desk, plan, repository, repositories } = options;
  const { service, environment, from, to } = plan;
  const { signal } = ctx;
  const branch = `gitops/${
    kind === 'promotion' ? 'promote' : 'roll-back'
  }-${service}-${environment}`;
  const outcome = {
    branch,
    fromVersion: from.label,
    toVersion: to.label,
    files: plan.files.map(({ path }) => path),
    commits: [],
  };
  if (plan.status === 'unchanged') {
    const message = `Nothing to change: Git names ${to.label} for ${service} in ${environment} already.`;
    return { ...outcome, status: 'unchanged', message };
  }
  const reason = readReason(plan, options.reason);
  const [older, newer] = kind === 'promotion' ? [from, to] : [to, from];
  const commits = await readSourceCommits({
    from: older,
    to: newer,
    sourceUrl: entityRepositoryUrl(component.entity),
    gitopsUrl: repository.url,
    repositories,
    signal,
  });
  const described = describeRelease({
    ...options,
    entityRef: component.entityRef,
    commits,
    askedBy: component.askedBy,
    reason,
  });
  const found = {
    ...outcome,
    commits: (commits.commits ?? []).map(({ revision, title }) => ({
      revision,
      title,
    })),
  };
  if (ctx.isDryRun) {
    return {
      ...found,
      status: 'created',
      message: `Dry run: would open "${described.title}".`,
      pullRequestUrl: `${repository.url}/pulls`,
      pullRequestNumber: 0,
    };
  }

  const proposed = await ctx.checkpoint({
    key: checkpointKey(repository.url, branch, [plan.release, described]),
    fn: async () => {
      const { status, pullRequest } = await proposeChanges({
        ...described,
        repository,
        branch,
        base: desk.config.branch,
        entityRef: component.entityRef,
        changes: read => desk.changesOf(plan, read),
        signal,
      });
      return {
        status,
        ...(pullRequest?.state === 'open' && {
          url: pullRequest.url,
          number: pullRequest.number,
        }),
      };
    },
  });
  const { status, url, number } = proposed;
  return {
    ...found,
    status,
    message:
      url === undefined
        ? `Nothing to change: it was merged meanwhile.`
        : `${described.title}: pull request ${url} ${
            status === 'unchanged' ? 'says so already' : `was ${status}`
          }.`,
    pullRequestUrl: url,
    pullRequestNumber: number,
  };
}

/** Each release of a task has its own, also below `each`. */
function checkpointKey(url: string, branch: string, what: unknown): string {
  const digest = createHash('sha256')
    .update(JSON.stringify(what))
    .digest('hex')
    .slice(0, 16);
  return `gitops.release.${url}.${branch}.${digest}`;
}
