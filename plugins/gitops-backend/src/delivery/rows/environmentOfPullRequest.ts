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

import type { PendingPullRequest } from '@gitops-platform/backstage-plugin-gitops-common';
import type { DeliveryFacts } from '../facts/DeliveryFacts';

/**
 * The environment that a pull request is for, by its title: the only one that it names, as a word of its own, else the
 * only one that it leads to, as in `Promote orders from staging to production`.
 */
export function environmentOfPullRequest(
  { title }: Pick<PendingPullRequest, 'title'>,
  environments: DeliveryFacts['environments'],
): string | undefined {
  const named = (before: string) =>
    environments.filter(({ name, aliases }) =>
      [name, ...aliases].some(word =>
        new RegExp(`${before}(?<![\\w-])${word}(?![\\w-])`, 'i').test(title),
      ),
    );
  const [only, ...others] = named('');
  const [target, ...targets] =
    others.length > 0 ? named('\\b(to|in|into) ') : [];
  const found = others.length === 0 ? only : target;
  return targets.length === 0 ? found?.name : undefined;
}
