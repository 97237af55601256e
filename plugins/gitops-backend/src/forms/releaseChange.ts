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

import type { FormCheck } from '@gitops-platform/backstage-plugin-gitops-common';
import type {
  ReleasePlan,
  SourceCommits,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { createTwoFilesPatch } from 'diff';

const MAX_DIFF = 20_000;

/** What would change, as the form shows it before anybody agrees to it. */
export function releaseChange(options: {
  plan: ReleasePlan;
  /** The environment that the commits are compared with. */
  against: string;
  commits: SourceCommits;
}): NonNullable<FormCheck['change']> {
  const { plan, against, commits } = options;
  const { from, to, files, copies } = plan;
  return {
    from,
    to,
    commits: {
      environment: against,
      same: plan.status === 'unchanged',
      total: commits.total,
      commits: (commits.commits ?? []).map(({ title: message, ...commit }) => ({
        ...commit,
        message,
      })),
      url: commits.url,
      reason: commits.reason,
    },
    diff: files.map(diffOf).join('').slice(0, MAX_DIFF),
    copiesImage: copies.length > 0,
  };
}

function diffOf({ path, before, after }: ReleasePlan['files'][number]): string {
  const patch = createTwoFilesPatch(
    `a/${path}`,
    `b/${path}`,
    before,
    after,
    undefined,
    undefined,
    { context: 2 },
  );
  // Without the line that sets one file apart from the next, which the two names do.
  return patch.replace(/^=+\n/, '');
}
