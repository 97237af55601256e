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

import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import type { GitOpsConfig } from '../config';
import { GitHubProvider } from './github';
import type { GitOpsRepository } from './GitOpsRepository';
import type { GitOpsRepositoryProvider } from './GitOpsRepositoryProvider';
import { parseRepositoryLocation } from './repositoryLocation';

/**
 * Access to repositories by their address, with the credentials of `integrations`.
 * @public
 */
export class GitOpsRepositories {
  readonly #integrations: ScmIntegrations;
  readonly #providers: GitOpsRepositoryProvider[];
  readonly #gitopsConfig: Pick<GitOpsConfig, 'repositories'>;

  /**
   * Those of a configuration. `providers` are asked before GitHub, and may grow afterwards.
   */
  static fromConfig(options: {
    config: Config;
    gitopsConfig: Pick<GitOpsConfig, 'repositories'>;
    logger: LoggerService;
    providers?: GitOpsRepositoryProvider[];
  }): GitOpsRepositories {
    return new GitOpsRepositories(
      ScmIntegrations.fromConfig(options.config),
      options,
    );
  }

  private constructor(
    integrations: ScmIntegrations,
    options: {
      gitopsConfig: Pick<GitOpsConfig, 'repositories'>;
      logger: LoggerService;
      providers?: GitOpsRepositoryProvider[];
    },
  ) {
    this.#integrations = integrations;
    this.#gitopsConfig = options.gitopsConfig;
    const gitHub = GitHubProvider.create({
      integrations,
      logger: options.logger,
    });
    const added = options.providers ?? [];
    this.#providers = [
      {
        supports: url => added.some(provider => provider.supports(url)),
        create: (url, call) => {
          const provider = added.find(candidate => candidate.supports(url));
          return (provider ?? gitHub).create(url, call);
        },
      },
      gitHub,
    ];
  }

  /** The first of `gitops.repositories`. */
  get defaultUrl(): string {
    const [first] = this.#gitopsConfig.repositories;
    if (!first) {
      throw new InputError(
        'No GitOps repository is known. Configure gitops.repositories, or give repoUrl.',
      );
    }
    return first.url;
  }

  /**
   * The repository at an address: a URL, or `host?owner=acme&repo=cart`.
   *
   * Throws an `InputError` for a host that is not configured under `integrations`.
   */
  forUrl(address: string, options?: { token?: string }): GitOpsRepository {
    const { url, host } = parseRepositoryLocation(address, name =>
      this.#schemeOf(name),
    );
    const provider = this.#providers.find(candidate => candidate.supports(url));
    if (!provider) {
      throw new InputError(
        `There is no access to ${host}. Add it to integrations.github in the configuration, with a token.`,
      );
    }
    return provider.create(url, options);
  }

  /** A host has the scheme of its API: plain http where somebody configured that, as in a sandbox. */
  #schemeOf(host: string): string {
    const apiBaseUrl =
      this.#integrations.github.byHost(host)?.config.apiBaseUrl;
    return apiBaseUrl?.startsWith('http://') ? 'http' : 'https';
  }
}
