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

import { posix } from 'node:path';
import {
  parseServicePath,
  type GitOpsConfig,
} from '@gitops-platform/backstage-plugin-gitops-node';
import type { CatalogApplication } from '../CatalogApplication';
import type { ApplicationRule } from './ApplicationRule';
import { entityFolder } from './entityFolder';
import { RepositoryNames } from './RepositoryNames';

/**
 * A source of the Application lies in the entity's folder. All services share the repositories of
 * `gitops.repositories`: there the service's folder of the layout must have the entity's name.
 */
export function createRepositoryRule({
  repositories,
}: Pick<GitOpsConfig, 'repositories'>): ApplicationRule {
  const names = new RepositoryNames();
  const layouts = repositories.map(({ url, path }) => ({
    repository: names.nameOf(url),
    path,
  }));
  const layoutsOf = (repository: string) =>
    layouts.filter(layout => layout.repository === repository);

  const keysOfSource = (source: CatalogApplication['sources'][number]) => {
    if (source.chart) {
      return [];
    }
    const repository = names.nameOf(source.repoUrl);
    const folder = cleanFolder(source.path ?? '');
    const shared = layoutsOf(repository);
    return shared.length > 0
      ? shared.flatMap(({ path }) => {
          // Whatever lies inside the service's folder, and the folder itself.
          const found = parseServicePath(path, `${folder}/.`);
          return found ? [serviceKey(repository, found.service)] : [];
        })
      : withParents(folder).map(one => folderKey(repository, one));
  };

  return {
    name: 'repository',
    keysOf: entity => {
      const own = entityFolder(entity);
      return [
        ...(own
          ? [folderKey(names.nameOf(own.repositoryUrl), own.folder)]
          : []),
        ...layouts.map(({ repository }) =>
          serviceKey(repository, entity.metadata.name),
        ),
      ];
    },
    keysOfApplication: ({ sources }) =>
      sources.map(keysOfSource).filter(keys => keys.length > 0),
  };
}

function folderKey(repository: string, folder: string): string {
  return `${repository} folder ${folder}`;
}

function serviceKey(repository: string, service: string): string {
  return `${repository} service ${service.toLocaleLowerCase('en-US')}`;
}

function cleanFolder(path: string): string {
  const folder = posix.normalize(path).replace(/^\/+|\/+$/g, '');
  return folder === '.' ? '' : folder;
}

/** From the inside out: `a/b`, `a` and the whole repository. */
function withParents(folder: string): string[] {
  const parts = folder.split('/').filter(Boolean);
  return [...parts, ''].map((_, index) =>
    parts.slice(0, parts.length - index).join('/'),
  );
}
