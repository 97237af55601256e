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

import type { BareRepository } from './BareRepository';

/** What happened to a file, in GitHub's words. */
export interface FileDiff {
  path: string;
  previousPath?: string;
  status: 'added' | 'removed' | 'modified' | 'renamed' | 'changed';
  /** The blob on the new side; on the old side where the file was removed. */
  id: string;
  additions: number;
  deletions: number;
  /** Hunks from the first `@@` on; `undefined` for binary files, renames without a change and mode changes. */
  patch?: string;
}

/** What a commit without a parent is compared with. */
export const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

const STATUS: Record<string, FileDiff['status']> = {
  A: 'added',
  D: 'removed',
  M: 'modified',
  R: 'renamed',
  T: 'changed',
};

type RawEntry = Pick<FileDiff, 'path' | 'previousPath' | 'status' | 'id'>;

function parseRaw(text: string): RawEntry[] {
  const fields = text.split('\0');
  const entries: RawEntry[] = [];
  for (let at = 0; at + 1 < fields.length; ) {
    const [, , before, after, letter] = fields[at].split(' ');
    const renamed = letter.startsWith('R');
    entries.push({
      path: fields[at + (renamed ? 2 : 1)],
      previousPath: renamed ? fields[at + 1] : undefined,
      status: STATUS[letter[0]] ?? 'modified',
      id: letter === 'D' ? before : after,
    });
    at += renamed ? 3 : 2;
  }
  return entries;
}

function parsePatch(section: string) {
  const start = section.search(/^@@ /m);
  if (start < 0) {
    return { additions: 0, deletions: 0, patch: undefined };
  }
  const patch = section.slice(start).replace(/\n$/, '');
  const lines = patch.split('\n');
  return {
    additions: lines.filter(line => line.startsWith('+')).length,
    deletions: lines.filter(line => line.startsWith('-')).length,
    patch,
  };
}

/** The whole difference between two trees or commits, as `git diff` prints it. */
export async function diffText(
  repository: BareRepository,
  base: string,
  head: string,
): Promise<string> {
  const options = ['--no-color', '--no-ext-diff', '--find-renames'];
  const output = await repository.run(['diff', ...options, base, head]);
  return output.toString('utf8');
}

/** Files that differ between two trees or commits, in git's order. */
export async function diffFiles(
  repository: BareRepository,
  base: string,
  head: string,
): Promise<FileDiff[]> {
  const raw = await repository.run([
    'diff',
    '--raw',
    '-z',
    '--no-abbrev',
    '--find-renames',
    base,
    head,
  ]);
  const text = await diffText(repository, base, head);
  // Lines inside hunks begin with ' ', '+', '-' or '\', so this only ever finds the head of a file's section.
  const sections = text.split(/^(?=diff --git )/m).filter(Boolean);
  return parseRaw(raw.toString('utf8')).map(entry => {
    // A file that became a link (or the reverse) is printed as one removed and one added.
    const own = sections.splice(0, entry.status === 'changed' ? 2 : 1);
    return { ...entry, ...parsePatch(own.join('')) };
  });
}
