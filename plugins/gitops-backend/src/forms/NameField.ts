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

import type { AuthService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { FormCheck } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  checkServiceName,
  GitOpsRepository,
  readServiceNameFacts,
  sameRepository,
  siblingRepositoryUrl,
} from '@gitops-platform/backstage-plugin-gitops-node';
import type { RepositorySource } from '../git/RepositorySource';
import type { FormField, FormQuestion } from './FormField';
import type { GitOpsPlatform } from './GitOpsPlatform';

/** Whether a name is free, or its entity, repository and folders belong to the service that asks. */
export class NameField implements FormField {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #repositories: RepositorySource;
  readonly #platform: GitOpsPlatform;

  constructor(options: {
    auth: AuthService;
    catalog: CatalogService;
    repositories: RepositorySource;
    platform: GitOpsPlatform;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#repositories = options.repositories;
    this.#platform = options.platform;
  }

  async check({
    value: name = '',
    owner,
    repository,
    credentials,
  }: FormQuestion): Promise<FormCheck> {
    const malformed = checkServiceName({ name, folders: [] });
    if (malformed.status === 'refused') {
      // Not worth a call, and a path like "../x" must not get into one.
      return malformed;
    }
    const repositoryUrl =
      repository ?? siblingRepositoryUrl(this.#platform.config.url, name);
    const found = this.#repositories.forUrl(repositoryUrl);
    return checkServiceName(
      await readServiceNameFacts({
        name,
        owner,
        repositoryUrl,
        // Anybody can name any repository: what the backend's token sees elsewhere is not told. The task looks there.
        repository: this.#isSibling(found) ? found : undefined,
        services: [this.#platform.services],
        findEntity: ref => this.#findEntity(ref, credentials),
      }),
    );
  }

  /** Whether a repository lies beside the GitOps repository, where services go. */
  #isSibling({ url }: GitOpsRepository): boolean {
    const name = url.split('/').at(-1) ?? '';
    return sameRepository(
      url,
      siblingRepositoryUrl(this.#platform.config.url, name),
    );
  }

  /** A name is unique in the whole catalog, so this looks with the backend's own eyes, and at what the person sees. */
  async #findEntity(ref: string, credentials: FormQuestion['credentials']) {
    const entity = await this.#catalog.getEntityByRef(ref, {
      credentials: await this.#auth.getOwnServiceCredentials(),
    });
    if (!entity) {
      return undefined;
    }
    const visible = await this.#catalog.getEntityByRef(ref, { credentials });
    return { entity, hidden: !visible };
  }
}
