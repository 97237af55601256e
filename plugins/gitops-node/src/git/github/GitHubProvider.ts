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
import { InputError } from '@backstage/errors';
import {
  DefaultGithubCredentialsProvider,
  type GithubCredentialsProvider,
  type ScmIntegrationRegistry,
} from '@backstage/integration';
import { Octokit } from '@octokit/rest';
import type { GitOpsRepository } from '../GitOpsRepository';
import type { GitOpsRepositoryProvider } from '../GitOpsRepositoryProvider';
import { parseRepositoryLocation } from '../repositoryLocation';
import { GitHubGitOpsRepository } from './GitHubGitOpsRepository';

/**
 * Repositories on the hosts of `integrations.github`.
 * @public
 */
export class GitHubProvider implements GitOpsRepositoryProvider {
  readonly #integrations: ScmIntegrationRegistry;
  readonly #credentials: GithubCredentialsProvider;
  readonly #logger: LoggerService;

  /** With the credentials that the integrations name: a token, or a GitHub App. */
  static create(options: {
    integrations: ScmIntegrationRegistry;
    logger: LoggerService;
    credentials?: GithubCredentialsProvider;
  }): GitHubProvider {
    return new GitHubProvider(options);
  }

  private constructor(options: {
    integrations: ScmIntegrationRegistry;
    logger: LoggerService;
    credentials?: GithubCredentialsProvider;
  }) {
    this.#integrations = options.integrations;
    this.#logger = options.logger;
    this.#credentials =
      options.credentials ??
      DefaultGithubCredentialsProvider.fromIntegrations(options.integrations);
  }

  supports(url: string): boolean {
    return this.#integrations.github.byUrl(url) !== undefined;
  }

  create(url: string, options: { token?: string } = {}): GitOpsRepository {
    const apiBaseUrl = this.#integrations.github.byUrl(url)?.config.apiBaseUrl;
    if (!apiBaseUrl) {
      throw new InputError(
        `integrations.github has no apiBaseUrl for the host of ${url}. Add it to the configuration.`,
      );
    }
    const { owner, name } = parseRepositoryLocation(url);
    return GitHubGitOpsRepository.create({
      octokit: this.#octokit(url, apiBaseUrl, options.token),
      owner,
      name,
      url,
      logger: this.#logger,
    });
  }

  #octokit(url: string, baseUrl: string, token: string | undefined): Octokit {
    const octokit = new Octokit({
      baseUrl,
      userAgent: 'gitops-platform-backstage',
      log: {
        debug: () => {},
        info: () => {},
        warn: message => this.#logger.debug(message),
        error: () => {},
      },
    });
    // Asked before every call, because the tokens of a GitHub App end after an hour.
    octokit.hook.before('request', async request => {
      const authorization =
        token ?? (await this.#credentials.getCredentials({ url })).token;
      if (authorization) {
        request.headers.authorization = `token ${authorization}`;
      }
    });
    return octokit;
  }
}
