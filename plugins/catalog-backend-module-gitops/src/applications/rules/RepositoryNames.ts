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

import { sameRepository } from '@gitops-platform/backstage-plugin-gitops-node';

/** Gives each repository one name, however its address is written. */
export class RepositoryNames {
  readonly #names = new Map<string, string>();
  /** The addresses of different repositories, by the last part of their paths. */
  readonly #known = new Map<string, string[]>();

  nameOf(url: string): string {
    const kept = this.#names.get(url);
    if (kept !== undefined) {
      return kept;
    }
    const alike = this.#alike(url);
    const found = alike.find(other => sameRepository(other, url));
    if (found === undefined) {
      alike.push(url);
    }
    const name = found ?? url;
    this.#names.set(url, name);
    return name;
  }

  /** Comparing with all of some thousand repositories would take too long. */
  #alike(url: string): string[] {
    const last = url
      .trim()
      .toLocaleLowerCase('en-US')
      .replace(/\/+$/, '')
      .replace(/\.git$/, '')
      .replace(/^.*[/:]/, '');
    const alike = this.#known.get(last) ?? [];
    this.#known.set(last, alike);
    return alike;
  }
}
