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

import { InputError } from '@backstage/errors';
import { assertRepositoryPath } from '../assertRepositoryPath';
import { blobId } from '../blobId';
import type { FileChange, RepositoryFile } from '../GitOpsRepository';

/**
 * Reads a file as it stands where the changes will be made; `undefined` where there is none.
 * @public
 */
export type FileReader = (path: string) => Promise<string | undefined>;

/**
 * A file of a proposal, and what happens to it.
 * @internal
 */
export interface ChangedFile {
  path: string;
  change: 'added' | 'modified' | 'removed';
}

/**
 * Checks the paths of changes, before anything is written.
 * @internal
 */
export function checkChanges(changes: FileChange[]): FileChange[] {
  const paths = new Set<string>();
  for (const { path } of changes) {
    assertRepositoryPath(path);
    if (paths.has(path)) {
      throw new InputError(`${path} is changed twice. Name each file once.`);
    }
    paths.add(path);
  }
  return changes;
}

/**
 * Only the changes that make a difference to the files that are there. An executable file stays one where
 * the change does not say.
 * @internal
 */
export function effectiveChanges(
  changes: FileChange[],
  files: RepositoryFile[],
): FileChange[] {
  const present = new Map(files.map(file => [file.path, file]));
  return changes.flatMap(change => {
    const file = present.get(change.path);
    const id = contentId(change);
    if (id === undefined) {
      return file ? [change] : [];
    }
    const executable = change.executable ?? file?.executable ?? false;
    const same = file?.id === id && (file.executable ?? false) === executable;
    return same ? [] : [{ ...change, executable }];
  });
}

/**
 * What changes do to the files that are there.
 * @internal
 */
export function describeChanges(
  changes: FileChange[],
  files: RepositoryFile[],
): ChangedFile[] {
  const present = new Set(files.map(({ path }) => path));
  return changes.map(change => {
    const written = present.has(change.path) ? 'modified' : 'added';
    return {
      path: change.path,
      change: contentId(change) === undefined ? 'removed' : written,
    };
  });
}

/**
 * The folder that holds all of the paths, `undefined` where only the root does.
 * @internal
 */
export function commonFolder(paths: string[]): string | undefined {
  const [first = [], ...others] = paths.map(path =>
    path.split('/').slice(0, -1),
  );
  const shared = first.filter((part, index) =>
    others.every(
      other =>
        first.slice(0, index + 1).every((name, at) => other[at] === name) &&
        other[index] === part,
    ),
  );
  return shared.length > 0 ? shared.join('/') : undefined;
}

function contentId({ content, id }: FileChange): string | undefined {
  return content === undefined ? id : blobId(content);
}
