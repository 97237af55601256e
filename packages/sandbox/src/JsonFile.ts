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

import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isError } from '@backstage/errors';

/**
 * A value that outlives the process, in a small JSON file. Whoever changes {@link JsonFile.value} calls
 * {@link JsonFile.save}; writes happen one after the other and replace the file as a whole.
 */
export class JsonFile<T> {
  value: T;
  readonly #path: string;
  #written: Promise<void> = Promise.resolve();

  static async open<T>(path: string, initial: T): Promise<JsonFile<T>> {
    try {
      return new JsonFile<T>(path, JSON.parse(await readFile(path, 'utf8')));
    } catch (error) {
      if (isError(error) && error.code === 'ENOENT') {
        return new JsonFile(path, initial);
      }
      throw new Error(
        `${path} cannot be read; delete the sandbox's directory to start afresh: ${error}`,
      );
    }
  }

  private constructor(path: string, value: T) {
    this.#path = path;
    this.value = value;
  }

  async save(): Promise<void> {
    const write = async () => {
      await mkdir(dirname(this.#path), { recursive: true });
      const draft = `${this.#path}.new`;
      await writeFile(draft, `${JSON.stringify(this.value, undefined, 2)}\n`);
      await rename(draft, this.#path);
    };
    const turn = this.#written.then(write);
    this.#written = turn.catch(() => undefined);
    await turn;
  }
}
