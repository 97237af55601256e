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
import { join } from 'node:path';
import { JsonFile } from '../JsonFile';
import type { RepositoryRecord } from './RepositoryRecord';

/** The same number for the same repository in every run. */
function stableId(key: string): number {
  const digest = createHash('sha256').update(key).digest();
  return digest.readUInt32BE(0);
}

/** One JSON file per repository, beside its git directory. */
export class RecordStore {
  readonly #directory: string;
  readonly #files = new Map<string, Promise<JsonFile<RepositoryRecord>>>();
  readonly #now: () => Date;

  constructor(directory: string, now: () => Date) {
    this.#directory = directory;
    this.#now = now;
  }

  async get(owner: string, name: string): Promise<RepositoryRecord> {
    return (await this.#file(owner, name)).value;
  }

  async save(owner: string, name: string): Promise<void> {
    await (await this.#file(owner, name)).save();
  }

  async #file(
    owner: string,
    name: string,
  ): Promise<JsonFile<RepositoryRecord>> {
    const key = `${owner}/${name}`;
    const known = this.#files.get(key);
    if (known) {
      return known;
    }
    const opened = JsonFile.open<RepositoryRecord>(
      join(this.#directory, owner, `${name}.json`),
      {
        id: stableId(key),
        description: '',
        private: false,
        createdAt: this.#now().toISOString(),
        pulls: [],
        protection: {},
      },
    );
    this.#files.set(key, opened);
    return opened;
  }
}
