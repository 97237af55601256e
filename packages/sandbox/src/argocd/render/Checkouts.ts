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

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BareRepository } from '../../git';

const KEPT = 12;

interface Checkout {
  directory: Promise<string>;
  users: number;
}

/**
 * Working copies of revisions, made once and shared; those that nobody uses go away when there are too many.
 */
export class Checkouts {
  readonly #root: string;
  readonly #checkouts = new Map<string, Checkout>();
  #serial = 0;

  static async create(): Promise<Checkouts> {
    return new Checkouts(await mkdtemp(join(tmpdir(), 'sandbox-argocd-')));
  }

  private constructor(root: string) {
    this.#root = root;
  }

  /** Calls `work` with an empty folder for files that belong to no revision; it goes away afterwards. */
  async scratch<T>(work: (directory: string) => Promise<T>): Promise<T> {
    const directory = await mkdtemp(join(this.#root, 'scratch-'));
    try {
      return await work(directory);
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  }

  /** Calls `work` with the folder that holds a revision; nobody may write into it. */
  async use<T>(
    repository: BareRepository,
    revision: string,
    work: (directory: string) => Promise<T>,
  ): Promise<T> {
    const key = `${repository.directory}@${revision}`;
    const known = this.#checkouts.get(key);
    const checkout = known ?? {
      directory: this.#export(repository, revision),
      users: 0,
    };
    checkout.users += 1;
    // The most recently used is the last of the map.
    this.#checkouts.delete(key);
    this.#checkouts.set(key, checkout);
    try {
      return await work(await checkout.directory);
    } catch (error) {
      if (
        await checkout.directory.then(
          () => false,
          () => true,
        )
      ) {
        this.#checkouts.delete(key);
      }
      throw error;
    } finally {
      checkout.users -= 1;
      await this.#evict();
    }
  }

  async dispose(): Promise<void> {
    this.#checkouts.clear();
    await rm(this.#root, { recursive: true, force: true });
  }

  async #export(repository: BareRepository, revision: string) {
    this.#serial += 1;
    const directory = join(this.#root, String(this.#serial));
    await repository.exportTree(revision, directory);
    return directory;
  }

  async #evict(): Promise<void> {
    const unused = [...this.#checkouts].filter(([, { users }]) => users === 0);
    for (const [key, { directory }] of unused.slice(0, -KEPT)) {
      this.#checkouts.delete(key);
      await rm(await directory, { recursive: true, force: true });
    }
  }
}
