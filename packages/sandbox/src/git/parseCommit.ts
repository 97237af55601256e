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

/** Who made a commit, and when (ISO 8601, UTC, whole seconds). */
export interface Signature {
  name: string;
  email: string;
  date: string;
}

/** A commit as git stores it. */
export interface CommitInfo {
  revision: string;
  parents: string[];
  tree: string;
  author: Signature;
  committer: Signature;
  message: string;
}

function parseSignature(line: string): Signature {
  const match = /^(.*?) ?<(.*)> (-?\d+)(?: [+-]\d{4})?$/.exec(line);
  if (!match) {
    return { name: line, email: '', date: new Date(0).toISOString() };
  }
  const [, name, email, seconds] = match;
  const date = new Date(Number(seconds) * 1000).toISOString();
  return { name, email, date: date.replace('.000Z', 'Z') };
}

/**
 * Reads a raw commit object (`git cat-file commit`). Headers that span lines (signatures) are passed over.
 */
export function parseCommit(revision: string, text: string): CommitInfo {
  const end = text.indexOf('\n\n');
  const headers = (end < 0 ? text : text.slice(0, end)).split('\n');
  const all = (key: string) =>
    headers
      .filter(line => line.startsWith(`${key} `))
      .map(line => line.slice(key.length + 1));
  return {
    revision,
    parents: all('parent'),
    tree: all('tree')[0] ?? '',
    author: parseSignature(all('author')[0] ?? ''),
    committer: parseSignature(all('committer')[0] ?? ''),
    message: end < 0 ? '' : text.slice(end + 2).replace(/\n$/, ''),
  };
}
