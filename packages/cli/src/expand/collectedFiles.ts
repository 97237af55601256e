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

import type { JsonObject } from '@backstage/types';
import { z } from 'zod';
import type { Tree } from '../tree';
import { matchInclude } from './matchInclude';

const collecting = z.looseObject({
  repoURL: z.string(),
  path: z.string(),
  directory: z.looseObject({
    recurse: z.boolean().optional(),
    include: z.string().optional(),
  }),
});

/** The files that a directory source of this repository reads; none for any other source. */
export function collectedFiles(
  tree: Tree,
  source: JsonObject,
  repository: string,
): string[] {
  const parsed = collecting.safeParse(source);
  if (!parsed.success || parsed.data.repoURL !== repository) {
    return [];
  }
  const { path, directory } = parsed.data;
  return [...tree.keys()]
    .filter(file => file.startsWith(`${path}/`) && /\.ya?ml$/.test(file))
    .filter(file => {
      const relative = file.slice(path.length + 1);
      return (
        (directory.recurse || !relative.includes('/')) &&
        (!directory.include || matchInclude(directory.include, relative))
      );
    })
    .sort();
}
