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
import { GitOpsRepository } from '../git';
import { projectName } from './serviceNames';

/**
 * Checks that the AppProject of each environment is defined in the GitOps repository, in a file named after it.
 *
 * Rejects with an `InputError` that says which file to add.
 * @public
 */
export async function checkProjects(options: {
  repository: GitOpsRepository;
  ref: string;
  environments: string[];
  signal?: AbortSignal;
}): Promise<void> {
  const { repository, ref, environments, signal } = options;
  const files = await repository.listFiles({ ref, signal });
  const names = new Set(
    files.map(({ path }) =>
      path
        .split('/')
        .at(-1)
        ?.replace(/\.ya?ml$/, ''),
    ),
  );
  const missing = environments
    .map(projectName)
    .filter(name => !names.has(name));
  if (missing.length) {
    throw new InputError(
      `${repository.fullName} does not define the AppProject ${missing.join(
        ' and ',
      )}; add ${missing
        .map(name => `bootstrap/apps/projects/${name}.yaml`)
        .join(
          ' and ',
        )}, as that of another environment shows, or leave the environment out`,
    );
  }
}
