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

import type { Entity } from '@backstage/catalog-model';
import { isError } from '@backstage/errors';
import type { GitOpsRepository } from '../../git';
import type { ServiceNameFacts } from './checkServiceName';
import { entityRepositoryUrl } from './entityRepositoryUrl';
import { readComponent } from './readComponent';
import type { ServicesInGit } from './ServicesInGit';

/**
 * Reads what decides whether a name is free, from the catalog, the service's repository and the GitOps repositories.
 *
 * Rejects as {@link GitOpsRepository} does; a service repository that does not exist is a fact, not an error.
 * @public
 */
export async function readServiceNameFacts(options: {
  name: string;
  owner?: string;
  repositoryUrl?: string;
  /** Finds an entity whether or not the person may see it; `hidden` says that they may not. */
  findEntity(
    entityRef: string,
  ): Promise<{ entity: Entity; hidden?: boolean } | undefined>;
  /** The service's repository, where `repositoryUrl` is given. */
  repository?: GitOpsRepository;
  services: ServicesInGit[];
}): Promise<ServiceNameFacts> {
  const { name, owner, repositoryUrl } = options;
  const [entity, repository, folders] = await Promise.all([
    options.findEntity(`component:default/${name}`),
    options.repository && readRepository(options.repository),
    Promise.all(options.services.map(services => services.foldersOf(name))),
  ]);
  return {
    name,
    owner,
    repositoryUrl,
    entity: entity && {
      owner:
        typeof entity.entity.spec?.owner === 'string'
          ? entity.entity.spec.owner
          : undefined,
      repositoryUrl: entityRepositoryUrl(entity.entity),
      hidden: entity.hidden,
    },
    repository,
    folders: folders.flat(),
  };
}

async function readRepository(
  repository: GitOpsRepository,
): Promise<ServiceNameFacts['repository']> {
  try {
    const branch = await repository.getDefaultBranch();
    const revision = await repository.getBranch(branch);
    if (!revision) {
      return { empty: true };
    }
    const text = await repository.readFile({
      ref: revision,
      path: 'catalog-info.yaml',
    });
    return {
      empty: false,
      ...(text !== undefined && readComponent(text)),
    };
  } catch (error) {
    if (isError(error) && error.name === 'NotFoundError') {
      return undefined;
    }
    throw error;
  }
}
