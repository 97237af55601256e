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

import { InputError } from '@backstage/errors';
import { markedEntityRef } from '../markedEntityRef';

/** What git does not take for the name of a branch, and what would be taken for another ref. */
const NO_BRANCH =
  /^$|^refs\/|^[-/]|\/$|\.$|\/\/|\.\.|@\{|^@$|(?:^|\/)\.|\.lock(?:\/|$)|[\s~^:?*[\\\p{Cc}]/u;

/**
 * Refuses what may never be proposed, before anything is read.
 * @internal
 */
export function checkProposal(options: {
  branch: string;
  base: string;
  entityRef?: string;
}): void {
  const { branch, base, entityRef } = options;
  if (NO_BRANCH.test(branch)) {
    throw new InputError(
      `branch: '${branch}' is not the name of a branch. Use one such as gitops/orders.`,
    );
  }
  if (branch === base) {
    throw new InputError(
      `branch: ${branch} is the branch to merge into, which only changes by a pull request. Use a branch of its own, such as gitops/orders.`,
    );
  }
  if (entityRef) {
    markedEntityRef(entityRef);
  }
}
