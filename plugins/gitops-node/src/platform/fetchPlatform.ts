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

import { NotFoundError } from '@backstage/errors';
import { GitOpsRepository } from '../git';
import { Platform } from './Platform';
import { PLATFORM_FILE, readPlatform } from './readPlatform';

/**
 * Reads `platform.yaml` of a GitOps repository at a commit or branch.
 *
 * Rejects with a `NotFoundError` where there is none, with an `InputError` that lists the wrong fields where it is
 * wrong, and with whatever the repository rejects with.
 * @public
 */
export async function fetchPlatform(options: {
  repository: GitOpsRepository;
  ref: string;
  signal?: AbortSignal;
}): Promise<Platform> {
  const { repository, ref, signal } = options;
  const text = await repository.readFile({ ref, path: PLATFORM_FILE, signal });
  if (text === undefined) {
    throw new NotFoundError(
      `${repository.fullName} has no ${PLATFORM_FILE} at ${ref}; add one, as gitops-platform/${PLATFORM_FILE} of the GitOps platform shows`,
    );
  }
  return readPlatform(text);
}
