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

import path from 'node:path';
import { parse } from 'yaml';
import type { Tree } from '../../tree';
import { hasPath } from '../files/docs';
import { listAt } from '../yaml';

/**
 * The folders that a kustomization reads, its own first.
 *
 * @internal
 */
export function kustomizationFolders(
  tree: Tree,
  folder: string,
  seen = new Set<string>(),
): string[] {
  if (seen.has(folder)) return [];
  seen.add(folder);
  const file = kustomizationOf(tree, folder);
  if (!file) return [folder];
  const value: unknown = parse(tree.get(file) ?? '');
  const folders = ['resources', 'components', 'bases']
    .flatMap(key => listAt(value, key).map(String))
    .map(base => path.posix.join(folder, base))
    .filter(base => !tree.has(base) && hasPath(tree, base));
  return [
    folder,
    ...folders.flatMap(one => kustomizationFolders(tree, one, seen)),
  ];
}

/** The file that makes a folder a kustomization. @internal */
export function kustomizationOf(
  tree: Tree,
  folder: string,
): string | undefined {
  return ['kustomization.yaml', 'kustomization.yml', 'Kustomization']
    .map(name => `${folder}/${name}`)
    .find(file => tree.has(file));
}
