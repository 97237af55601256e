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

import type { PushEvent } from '../../git';
import { isAncestor, mergeBase } from '../../git/history';
import type { PullRecord } from '../RepositoryRecord';
import type { RepositoryContext } from '../RepositoryContext';

/**
 * What a push does to the open pull requests of its repository, as on GitHub: a push to the head updates it, a
 * deleted head closes it, a base that contains the head has merged it. Answers those that changed.
 */
export async function followPush(
  context: RepositoryContext,
  event: PushEvent,
  now: Date,
): Promise<PullRecord[]> {
  const { repository, record } = context;
  const branch = event.ref.replace(/^refs\/heads\//, '');
  const changed: PullRecord[] = [];
  for (const pull of record.pulls.filter(({ state }) => state === 'open')) {
    if (pull.head.ref === branch && !event.after) {
      pull.state = 'closed';
      pull.closedAt = now.toISOString();
      changed.push(pull);
    } else if (pull.head.ref === branch && event.after) {
      pull.head.sha = event.after;
      changed.push(pull);
    } else if (
      pull.base.ref === branch &&
      event.after &&
      (await isAncestor(repository, pull.head.sha, event.after))
    ) {
      const before = event.before ?? pull.base.sha;
      const common = await mergeBase(repository, before, pull.head.sha);
      pull.state = 'closed';
      pull.closedAt = now.toISOString();
      pull.merged = {
        at: pull.closedAt,
        by: pull.author,
        revision: event.after,
        mergeBase: common ?? pull.base.sha,
      };
      changed.push(pull);
    }
  }
  changed.forEach(pull => {
    pull.updatedAt = now.toISOString();
  });
  return changed;
}
