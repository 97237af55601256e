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
import { type CommitInfo, parseCommit } from './parseCommit';
import { GitError } from './runGit';

/** The commit both histories share, `undefined` where they share none. */
export async function mergeBase(
  repository: BareRepository,
  one: string,
  other: string,
): Promise<string | undefined> {
  try {
    const output = await repository.run(['merge-base', one, other]);
    return output.toString('utf8').trim();
  } catch (error) {
    if (error instanceof GitError && error.exitCode === 1) {
      return undefined;
    }
    throw error;
  }
}

/** Whether `descendant` has `ancestor` in its history (a commit is its own ancestor). */
export async function isAncestor(
  repository: BareRepository,
  ancestor: string,
  descendant: string,
): Promise<boolean> {
  return (await mergeBase(repository, ancestor, descendant)) === ancestor;
}

/** How many commits a range (`base..head`) or a history has. */
export async function countCommits(
  repository: BareRepository,
  range: string[],
): Promise<number> {
  const output = await repository.run(['rev-list', '--count', ...range]);
  return Number(output.toString('utf8'));
}

/** Commits of a range or a history, newest first. */
export async function listCommits(
  repository: BareRepository,
  options: {
    range: string[];
    path?: string;
    skip?: number;
    limit?: number;
    reverse?: boolean;
  },
): Promise<CommitInfo[]> {
  const { range, path, skip = 0, limit, reverse } = options;
  const ids = await repository.run([
    'rev-list',
    `--skip=${skip}`,
    ...(limit === undefined ? [] : [`--max-count=${limit}`]),
    ...(reverse ? ['--reverse'] : []),
    ...range,
    '--',
    ...(path ? [`:(top,literal)${path}`] : []),
  ]);
  if (ids.length === 0) {
    return [];
  }
  const objects = await repository.run(['cat-file', '--batch'], { input: ids });
  const commits: CommitInfo[] = [];
  let position = 0;
  while (position < objects.length) {
    const lineEnd = objects.indexOf('\n', position);
    const header = objects.subarray(position, lineEnd).toString('utf8');
    const [revision, , size] = header.split(' ');
    const start = lineEnd + 1;
    const end = start + Number(size);
    const text = objects.subarray(start, end).toString('utf8');
    commits.push(parseCommit(revision, text));
    position = end + 1;
  }
  return commits;
}
