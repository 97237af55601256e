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

import type {
  FileChange,
  GitOpsRepository,
  RepositoryFile,
} from '../GitOpsRepository';
import { mergeText } from './mergeText';

/**
 * What our branch changes, on top of a base that has moved.
 * @internal
 */
export interface RebasePlan {
  /** Against the files of the base. */
  changes: FileChange[];
  /** Where both sides changed the same lines, or one removed the file: the base's stands. */
  conflicts: string[];
}

/**
 * Plans to carry our branch's changes over to the base's present commit, where both changed the same file.
 * `undefined` where they did not: the pull request merges as it is.
 * @internal
 */
export async function planRebase(options: {
  repository: GitOpsRepository;
  mergeBase: string;
  head: string;
  headFiles: RepositoryFile[];
  baseRevision: string;
  baseFiles: RepositoryFile[];
  signal?: AbortSignal;
}): Promise<RebasePlan | undefined> {
  const { repository, mergeBase, head, baseRevision, signal } = options;
  const original = byPath(
    await repository.listFiles({ ref: mergeBase, signal }),
  );
  const ours = byPath(options.headFiles);
  const theirs = byPath(options.baseFiles);
  const changed = [...new Set([...original.keys(), ...ours.keys()])].filter(
    path => !same(original.get(path), ours.get(path)),
  );
  const onBothSides = (path: string) =>
    !same(original.get(path), theirs.get(path)) &&
    !same(ours.get(path), theirs.get(path));
  if (!changed.some(onBothSides)) {
    return undefined;
  }
  const plan: RebasePlan = { changes: [], conflicts: [] };
  for (const path of changed) {
    const file = ours.get(path);
    if (!onBothSides(path)) {
      plan.changes.push(file ? { ...file } : { path });
    } else if (file && theirs.has(path)) {
      const read = async (ref: string) =>
        (await repository.readFile({ ref, path, signal })) ?? '';
      const { text, conflict } = mergeText(
        await read(head),
        original.has(path) ? await read(mergeBase) : '',
        await read(baseRevision),
      );
      plan.changes.push({ path, content: text, executable: file.executable });
      plan.conflicts.push(...(conflict ? [path] : []));
    } else {
      plan.conflicts.push(path);
    }
  }
  return plan;
}

function byPath(files: RepositoryFile[]): Map<string, RepositoryFile> {
  return new Map(files.map(file => [file.path, file]));
}

function same(a?: RepositoryFile, b?: RepositoryFile): boolean {
  return a?.id === b?.id && Boolean(a?.executable) === Boolean(b?.executable);
}
