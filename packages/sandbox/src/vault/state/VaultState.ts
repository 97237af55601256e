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

import { randomUUID } from 'node:crypto';
import { JsonFile } from '../../JsonFile';
import { newServiceAccountKey } from '../auth';
import { newNamespace } from './newNamespace';
import type { Namespace, VaultSnapshot } from './VaultSnapshot';

const SAVE_AFTER_MS = 200;

/** Keeps everything of a Vault in a file, written some time after the last change and at the end. */
export class VaultState {
  readonly #file: JsonFile<VaultSnapshot>;
  readonly #onError: (error: unknown) => void;
  #timer: NodeJS.Timeout | undefined;

  static async open(
    path: string,
    onError: (error: unknown) => void,
  ): Promise<VaultState> {
    const file = await JsonFile.open<VaultSnapshot>(path, {
      clusterId: randomUUID(),
      sealed: false,
      standby: false,
      namespaces: { '': newNamespace() },
      tokens: {},
      serviceAccountKey: newServiceAccountKey(),
      serviceAccounts: {},
    });
    return new VaultState(file, onError);
  }

  private constructor(
    file: JsonFile<VaultSnapshot>,
    onError: (error: unknown) => void,
  ) {
    this.#file = file;
    this.#onError = onError;
  }

  /** What is kept; whoever changes it says so with {@link VaultState.touch}. */
  get value(): VaultSnapshot {
    return this.#file.value;
  }

  get root(): Namespace {
    return this.#file.value.namespaces[''];
  }

  touch(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.save().catch(this.#onError);
    }, SAVE_AFTER_MS);
  }

  async save(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#file.save();
  }
}
