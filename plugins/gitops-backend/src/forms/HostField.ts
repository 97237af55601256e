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
import { checkHost } from '@gitops-platform/backstage-plugin-gitops-node';
import type { FormField, FormQuestion } from './FormField';
import type { GitOpsPlatform } from './GitOpsPlatform';

/** Whether a host is free: no other service claims it in Git. */
export class HostField implements FormField {
  readonly #platform: GitOpsPlatform;

  constructor(options: { platform: GitOpsPlatform }) {
    this.#platform = options.platform;
  }

  async check({ value = '', service }: FormQuestion): Promise<FormCheck> {
    const [{ environments }, inUse] = await Promise.all([
      this.#platform.read(),
      this.#platform.services.hosts(),
    ]);
    return checkHost({
      host: value,
      service,
      domains: environments.map(({ domain }) => domain),
      inUse,
    });
  }
}
