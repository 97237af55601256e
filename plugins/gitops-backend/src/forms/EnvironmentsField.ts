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

import type { FormCheck } from '@gitops-platform/backstage-plugin-gitops-common';
import type { GitOpsEnvironment } from '@gitops-platform/backstage-plugin-gitops-node';
import type { FormField } from './FormField';
import type { GitOpsPlatform } from './GitOpsPlatform';

/** The environments to choose from, in promotion order; the first is chosen unless the person chooses otherwise. */
export class EnvironmentsField implements FormField {
  readonly #environments: GitOpsEnvironment[];
  readonly #platform: GitOpsPlatform;

  constructor(options: {
    environments: GitOpsEnvironment[];
    platform: GitOpsPlatform;
  }) {
    this.#environments = options.environments;
    this.#platform = options.platform;
  }

  async check(): Promise<FormCheck> {
    const domains = await this.#readDomains();
    return {
      status: 'ok',
      options: this.#environments.map(({ name }, index) => ({
        value: name,
        label: name,
        description: domains.get(name),
        selected: index === 0,
      })),
    };
  }

  /** The choice does not hang on them: without Git, the options come without descriptions. */
  async #readDomains(): Promise<Map<string, string>> {
    try {
      const { environments } = await this.#platform.read();
      return new Map(environments.map(({ name, domain }) => [name, domain]));
    } catch {
      return new Map();
    }
  }
}
