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

import {
  ANNOTATION_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  type Entity,
} from '@backstage/catalog-model';
import { entityRepositoryUrl } from '@gitops-platform/backstage-plugin-gitops-node';

/** Where GitHub, GitLab, Gitea and Bitbucket show a branch, and what follows its name. */
const INSIDE =
  /^\/(?:-\/)?(?<view>tree|blob|raw|edit|src\/branch|src\/tag|src\/commit|src)\/[^/]+(?:\/(?<path>.*))?$/;

/** Where an entity's source lives. */
export interface EntityFolder {
  repositoryUrl: string;
  /** Without slashes at its ends; empty for the whole repository. */
  folder: string;
}

/** The folder of an entity's source location; `undefined` where that cannot be told. */
export function entityFolder(entity: Entity): EntityFolder | undefined {
  const repositoryUrl = entityRepositoryUrl(entity);
  if (!repositoryUrl) {
    return undefined;
  }
  const { annotations = {} } = entity.metadata;
  const location =
    annotations[ANNOTATION_SOURCE_LOCATION] ?? annotations[ANNOTATION_LOCATION];
  const { pathname } = new URL(location.slice('url:'.length));
  const rest = pathname
    .slice(new URL(repositoryUrl).pathname.length)
    .replace(/^\.git/, '');
  if (rest === '' || rest === '/') {
    return { repositoryUrl, folder: '' };
  }
  const { view, path = '' } = INSIDE.exec(rest)?.groups ?? {};
  if (!view) {
    return undefined;
  }
  const folder = view === 'tree' ? path : path.replace(/[^/]*$/, '');
  return { repositoryUrl, folder: decode(folder).replace(/^\/+|\/+$/g, '') };
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A lone percent sign stands for itself.
    return path;
  }
}
