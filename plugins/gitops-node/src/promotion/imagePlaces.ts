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

import type { GitOpsVersionLocation } from '../config';

/**
 * The keys of one image in Helm values.
 * @internal
 */
export interface ImagePlace {
  /** Of the map that holds the keys; empty for the document itself. */
  parent: string[];
  tag?: string;
  digest?: string;
  repository?: string;
  sourceRevision?: string;
  /** Further keys that the configuration counts as the version. */
  more: string[];
}

/**
 * The images that the configured paths speak of. `image.tag` and `image.digest` are of one image, whose repository and
 * source commit stand beside them. What stands beside a path at the top of the file is not known to be of an image.
 * @internal
 */
export function imagePlaces({ paths }: GitOpsVersionLocation): ImagePlace[] {
  const leaves = new Map<string, string[]>();
  for (const path of paths) {
    const keys = path.split('.');
    const parent = keys.slice(0, -1).join('.');
    leaves.set(parent, [...(leaves.get(parent) ?? []), keys.at(-1) ?? '']);
  }
  return [...leaves].map(([parent, keys]) => {
    const digest = keys.find(key => /digest$/i.test(key));
    const tag = keys.find(key => key !== digest);
    return {
      parent: parent ? parent.split('.') : [],
      tag,
      digest,
      ...(parent && {
        repository: 'repository',
        sourceRevision: 'sourceRevision',
      }),
      more: keys.filter(
        key =>
          ![tag, digest].includes(key) &&
          !(parent && ['repository', 'sourceRevision'].includes(key)),
      ),
    };
  });
}
