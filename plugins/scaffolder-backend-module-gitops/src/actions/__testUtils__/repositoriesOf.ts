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
import { sameRepository } from '@gitops-platform/backstage-plugin-gitops-node';
import { GitOpsRepositoryLookup } from '../GitOpsRepositoryLookup';
import { FakeGitOpsRepository } from './FakeGitOpsRepository';

/** Finds repositories among those given; the others do not exist. */
export function repositoriesOf(
  ...repositories: FakeGitOpsRepository[]
): GitOpsRepositoryLookup {
  return {
    forUrl(url) {
      const found = repositories.find(item => sameRepository(item.url, url));
      if (!found) {
        throw new NotFoundError(`There is no repository ${url}`);
      }
      return found;
    },
  };
}
