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
import { GitOpsConfig } from '@gitops-platform/backstage-plugin-gitops-node';

/**
 * Refuses to propose on a branch that others deploy or build from: the base, the default branch, and those that the
 * configuration names, of whichever repository.
 */
export function checkBranch(options: {
  branch: string;
  config: Pick<GitOpsConfig, 'repositories'>;
  base?: string;
  defaultBranch?: string;
}): void {
  const { branch, config, base, defaultBranch } = options;
  const reasons = [
    { taken: branch === base, what: 'the branch to merge into' },
    {
      taken: branch === defaultBranch,
      what: "the repository's default branch",
    },
    {
      taken: config.repositories.some(item => item.branch === branch),
      what: 'a branch of gitops.repositories',
    },
  ];
  const reason = reasons.find(({ taken }) => taken);
  if (reason) {
    throw new InputError(
      `branch: ${branch} is ${reason.what}, which only changes by a pull request. Use a branch of its own, such as gitops/orders.`,
    );
  }
}
