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
  Entity,
} from '@backstage/catalog-model';

/**
 * The repository that an entity's source lives in: the host, owner and name of its source location.
 * `undefined` where the location is not a URL.
 * @public
 */
export function entityRepositoryUrl(entity: Entity): string | undefined {
  const annotations = entity.metadata.annotations ?? {};
  const location =
    annotations[ANNOTATION_SOURCE_LOCATION] ?? annotations[ANNOTATION_LOCATION];
  if (!location?.startsWith('url:')) {
    return undefined;
  }
  try {
    const url = new URL(location.slice('url:'.length));
    // GitLab puts "/-/" between a project of any depth and the path inside it; elsewhere it is owner and name.
    const [project, inside] = url.pathname.split('/-/', 2);
    const segments = project.split('/').filter(Boolean);
    const repository = inside === undefined ? segments.slice(0, 2) : segments;
    return repository.length < 2
      ? undefined
      : `${url.origin}/${repository.join('/')}`.replace(/\.git$/, '');
  } catch {
    return undefined;
  }
}
