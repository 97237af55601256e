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

import { createHash } from 'node:crypto';
import type { Tree } from '../../tree';

/**
 * What tells whether the files of some folders, and some words beside them, are the same.
 *
 * @internal
 */
export function digestOf(
  tree: Tree,
  folders: readonly string[],
  ...words: string[]
): string {
  const hash = createHash('sha256');
  for (const word of words) hash.update(`${word}\0`);
  for (const [file, text] of tree) {
    if (folders.some(folder => file.startsWith(`${folder}/`))) {
      hash.update(`${file}\0${text}\0`);
    }
  }
  return hash.digest('hex');
}
