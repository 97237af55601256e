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

import { readFile, stat } from 'node:fs/promises';
import { InputError } from '@backstage/errors';
import type { ArgoCdSession } from './ArgoCdSession';

/** Reads the file again when it changes, as a rotated Kubernetes secret does. */
export class TokenFileSession implements ArgoCdSession {
  readonly #subject: string;
  readonly #file: string;
  #kept?: { token: string; stamp: string };

  constructor(subject: string, file: string) {
    this.#subject = subject;
    this.#file = file;
  }

  async token(): Promise<string> {
    try {
      const { mtimeMs, size, ino } = await stat(this.#file);
      const stamp = [mtimeMs, size, ino].join();
      if (this.#kept?.stamp !== stamp) {
        const token = (await readFile(this.#file, 'utf8')).trim();
        this.#kept = { token, stamp };
      }
    } catch (error) {
      throw new InputError(
        `${this.#subject}: the token file '${this.#file}' cannot be read`,
        error,
      );
    }
    if (!this.#kept?.token) {
      throw new InputError(
        `${this.#subject}: the token file '${this.#file}' is empty`,
      );
    }
    return this.#kept.token;
  }

  async renew(refused: string): Promise<boolean> {
    this.#kept = undefined;
    return (await this.token()) !== refused;
  }
}
