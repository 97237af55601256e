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

import { commitsOf } from '../history/commitsOf';
import type {
  CommitOfApplication,
  RevisionMetadataCache,
} from '../history/RevisionMetadataCache';
import type { StoredApplication } from '../store';

const LONGEST = 100;

interface Options {
  metadata: Pick<RevisionMetadataCache, 'known' | 'load'>;
  /** The author of the commit that an Application runs came to be known. */
  onArrival: (app: StoredApplication) => void;
}

/** Who made the commits that are deployed: what is known at once, the rest in the background. */
export class CommitAuthors {
  readonly #options: Options;

  static create(options: Options): CommitAuthors {
    return new CommitAuthors(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  known(app: StoredApplication): string | undefined {
    const commit = deployedCommit(app);
    return commit && nameOf(this.#options.metadata.known(commit)?.author);
  }

  /** The same, for somebody who looks: what is not known is asked for, once. */
  of(app: StoredApplication): string | undefined {
    const { metadata, onArrival } = this.#options;
    const commit = deployedCommit(app);
    if (commit && !metadata.known(commit)) {
      void metadata.load(commit).then(() => {
        if (metadata.known(commit)) {
          onArrival(app);
        }
      });
    }
    return this.known(app);
  }
}

/** A chart from a registry has a version, not a commit. */
function deployedCommit(
  app: StoredApplication,
): CommitOfApplication | undefined {
  const [latest] = app.history;
  return latest && commitsOf(app, latest).find(isOfGit);
}

function isOfGit({ revision, repoUrl, chart }: CommitOfApplication): boolean {
  return revision !== '' && repoUrl !== '' && chart === undefined;
}

/** `Jane Doe <jane@acme.example>` without the address. */
function nameOf(author: string | undefined): string | undefined {
  const name = author?.replace(/\s*<[^>]*>\s*$/, '').trim() || author;
  return name?.slice(0, LONGEST) || undefined;
}
