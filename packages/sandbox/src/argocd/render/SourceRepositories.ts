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

import type { BareRepository, RepositoryStore } from '../../git';
import { RenderError } from './RenderError';

/** A repository of the sandbox, as a source names it. */
export interface SourceRepository {
  owner: string;
  name: string;
  repository: BareRepository;
}

/** Finds the repositories of sources, and what their branches and tags stand for. */
export class SourceRepositories {
  readonly #store: RepositoryStore;
  readonly #url: string;
  readonly #revisions = new Map<string, Promise<string | undefined>>();

  constructor(store: RepositoryStore, githubUrl: string) {
    this.#store = store;
    this.#url = githubUrl.replace(/\/+$/, '').toLowerCase();
  }

  /** Throws `RenderError` for a URL that is not one of the sandbox's repositories. */
  find(repoURL: string): SourceRepository {
    const prefix = repoURL.slice(0, this.#url.length + 1).toLowerCase();
    const parts = repoURL
      .slice(this.#url.length + 1)
      .replace(/\/$/, '')
      .replace(/\.git$/, '')
      .split('/');
    if (prefix !== `${this.#url}/` || parts.length !== 2) {
      throw new RenderError(
        `failed to list refs: the sandbox has no network: ${repoURL} is not below ${
          this.#url
        }`,
      );
    }
    const [owner, name] = parts;
    const repository = this.#store.get(owner, name);
    if (!repository) {
      throw new RenderError(
        `failed to list refs: repository not found: ${repoURL}`,
      );
    }
    return { owner, name, repository };
  }

  /** The commit that a revision stands for. Throws `RenderError` where there is none. */
  async resolve(repoURL: string, revision: string): Promise<string> {
    const { repository } = this.find(repoURL);
    const key = `${repository.directory}@${revision}`;
    let found = this.#revisions.get(key);
    if (!found) {
      found = repository.resolve(revision);
      this.#revisions.set(key, found);
    }
    const commit = await found;
    if (!commit) {
      this.#revisions.delete(key);
      throw new RenderError(`unable to resolve '${revision}' to a commit SHA`);
    }
    return commit;
  }

  /** Branches may have moved: looks them up again. */
  forgetRevisions(): void {
    this.#revisions.clear();
  }
}
