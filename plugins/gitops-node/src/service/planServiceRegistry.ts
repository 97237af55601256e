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

import { ConflictError } from '@backstage/errors';
import { sameRepository } from './checks/sameRepository';
import {
  addServiceRegistry,
  readServiceRegistries,
  SERVICE_REGISTRIES_FILE,
} from './serviceRegistries';
import type { PlannedFile, ServiceRequest } from './ServiceRequest';
import { siblingRepositoryUrl } from './siblingRepositoryUrl';

/**
 * The list of the services whose registries Terraform makes, with this one in it; `undefined` where it stays as it is.
 * It is everybody's file: where nothing is to be added, it is better not written at all.
 *
 * Terraform lets a repository push by its name, and looks for it beside the GitOps repository. One that lies elsewhere is
 * left out, or its namesake there could push.
 *
 * Throws a `ConflictError` where the name is another repository's, an `InputError` where the list cannot be read.
 * @internal
 */
export function planServiceRegistry(options: {
  request: Pick<ServiceRequest, 'name' | 'repositoryUrl'>;
  /** The GitOps repository, as a browser opens it. */
  gitopsUrl: string;
  content: string;
}): PlannedFile | undefined {
  const { request, gitopsUrl, content } = options;
  const { name: service, repositoryUrl } = request;
  const repository = new URL(repositoryUrl).pathname.split('/').at(-1) ?? '';
  const isNamed = (name: string) =>
    sameRepository(siblingRepositoryUrl(gitopsUrl, name), repositoryUrl);

  const present = readServiceRegistries(content).get(service);
  if (present !== undefined) {
    if (isNamed(present)) {
      return undefined;
    }
    throw new ConflictError(
      `${SERVICE_REGISTRIES_FILE} says that ${service} is built in the repository ${present}, not in ${repositoryUrl}; choose another name, or put that line right in Git first`,
    );
  }
  return isNamed(repository)
    ? {
        path: SERVICE_REGISTRIES_FILE,
        content: addServiceRegistry(content, { service, repository }),
        change: 'modified',
      }
    : undefined;
}
