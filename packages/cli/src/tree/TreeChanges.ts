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

import type { Tree } from './Tree';

/**
 * What makes one tree out of another.
 * @public
 */
export interface TreeChanges {
  /** The texts of files that are new or differ, by path. */
  write: ReadonlyMap<string, string>;
  /** The paths of files that are to go. */
  remove: readonly string[];
}

/**
 * The tree that the changes make.
 * @public
 */
export function changedTree(tree: Tree, { write, remove }: TreeChanges): Tree {
  const result = new Map([...tree, ...write]);
  remove.forEach(path => result.delete(path));
  return result;
}
