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

import type { Tree } from '../../../tree';

const folders = new WeakMap<Tree, Set<string>>();

/**
 * Whether a tree has a file or a folder.
 *
 * @internal
 */
export function hasPath(tree: Tree, path: string): boolean {
  const named = path.replace(/\/+$/, '');
  return (
    named === '.' ||
    named === '' ||
    tree.has(named) ||
    foldersOf(tree).has(named)
  );
}

function foldersOf(tree: Tree): Set<string> {
  const known = folders.get(tree);
  if (known) return known;
  const found = new Set<string>();
  for (const file of tree.keys()) {
    for (
      let at = file.indexOf('/');
      at !== -1;
      at = file.indexOf('/', at + 1)
    ) {
      found.add(file.slice(0, at));
    }
  }
  folders.set(tree, found);
  return found;
}
