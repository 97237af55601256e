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
import { blobId } from '../blobId';

/** A tree with all files below it. */
export type Files = Map<string, { mode: string; sha: string }>;

interface Commit {
  tree: string;
  parents: string[];
  message: string;
}

/** Commits and files of one repository, in memory. */
export class GitDatabase {
  readonly blobs = new Map<string, Buffer>();
  readonly trees = new Map<string, Files>();
  readonly commits = new Map<string, Commit>();
  readonly refs = new Map<string, string>();

  addBlob(content: string): string {
    const id = blobId(content);
    this.blobs.set(id, Buffer.from(content, 'utf8'));
    return id;
  }

  addTree(files: Files): string {
    const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
    const id = hash(['tree', sorted]);
    this.trees.set(id, new Map(sorted));
    return id;
  }

  addCommit(commit: Commit): string {
    const id = hash(['commit', commit, this.commits.size]);
    this.commits.set(id, commit);
    return id;
  }

  /** The commit of a ref name or commit id. */
  resolve(name: string): string | undefined {
    return this.refs.get(name) ?? (this.commits.has(name) ? name : undefined);
  }

  filesOf(name: string): Files | undefined {
    const commit = this.resolve(name);
    return this.trees.get(commit ? this.commits.get(commit)!.tree : name);
  }

  read(name: string, path: string): string | undefined {
    const entry = this.filesOf(name)?.get(path);
    return entry && this.blobs.get(entry.sha)?.toString('utf8');
  }

  /** A commit of somebody else's; content `undefined` removes a file. */
  write(
    branch: string,
    changes: Record<string, string | undefined>,
    options: { message?: string; executable?: string[] } = {},
  ): string {
    const parent = this.refs.get(branch);
    const files: Files = new Map(parent ? this.filesOf(parent) : []);
    for (const [path, content] of Object.entries(changes)) {
      if (content === undefined) {
        files.delete(path);
      } else {
        const mode = options.executable?.includes(path) ? '100755' : '100644';
        files.set(path, { mode, sha: this.addBlob(content) });
      }
    }
    const commit = this.addCommit({
      tree: this.addTree(files),
      parents: parent ? [parent] : [],
      message: options.message ?? 'Somebody else',
    });
    this.refs.set(branch, commit);
    return commit;
  }

  ancestors(commit: string): Set<string> {
    const seen = new Set<string>();
    const open = [commit];
    for (let next = open.shift(); next; next = open.shift()) {
      if (!seen.has(next)) {
        seen.add(next);
        open.push(...(this.commits.get(next)?.parents ?? []));
      }
    }
    return seen;
  }

  /** The newest common ancestor; commits are numbered by when they were made. */
  mergeBase(a: string, b: string): string | undefined {
    const ofB = this.ancestors(b);
    const order = [...this.commits.keys()];
    return [...this.ancestors(a)]
      .filter(commit => ofB.has(commit))
      .sort((x, y) => order.indexOf(y) - order.indexOf(x))[0];
  }
}

function hash(value: unknown): string {
  return createHash('sha1').update(JSON.stringify(value)).digest('hex');
}
