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

import { isError } from '@backstage/errors';
import { GitOpsRepository } from '../git';
import { Platform } from '../platform';
import { followsOwnChart } from './chartSources';
import { ServiceRequest } from './ServiceRequest';

/**
 * The newest commit on the default branch of a service's repository: where its own chart is taken from in the
 * environments that CI does not write.
 *
 * Answers `undefined`, mostly without asking, where nothing needs it, and where the repository does not exist yet, is
 * empty or is not to be read from here. Rejects with whatever else the repository rejects with.
 * @public
 */
export async function readChartRevision(options: {
  request: ServiceRequest;
  platform: Platform;
  /** Gives access to a repository by its URL, as a browser would open it. */
  repositories: { forUrl(url: string): GitOpsRepository };
  signal?: AbortSignal;
}): Promise<string | undefined> {
  const { request, platform, repositories, signal } = options;
  if (
    request.chart === 'platform' ||
    request.environments.every(name => followsOwnChart(platform, name))
  ) {
    return undefined;
  }
  try {
    const repository = repositories.forUrl(request.repositoryUrl);
    const branch = await repository.getDefaultBranch({ signal });
    return await repository.getBranch(branch, { signal });
  } catch (error) {
    if (
      isError(error) &&
      ['NotFoundError', 'InputError'].includes(error.name)
    ) {
      return undefined;
    }
    throw error;
  }
}
