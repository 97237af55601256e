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

import {
  NotFoundError,
  ServiceUnavailableError,
  toError,
} from '@backstage/errors';
import {
  GitOpsRepository,
  GitOpsRepositoryConfig,
  Platform,
  PLATFORM_FILE,
  readPlatform,
  ServicesInGit,
  TtlCache,
} from '@gitops-platform/backstage-plugin-gitops-node';
import type { RepositorySource } from '../git/RepositorySource';

const FRESH_FOR_MS = 10_000;

/** The repository that the wizard writes to: the first that is configured, with what its files say. */
export class GitOpsPlatform {
  readonly config: GitOpsRepositoryConfig;
  readonly repository: GitOpsRepository;
  readonly services: ServicesInGit;
  readonly #platforms = TtlCache.create<Platform>({
    max: 1,
    ttl: FRESH_FOR_MS,
  });

  static create(options: {
    config: GitOpsRepositoryConfig;
    repositories: RepositorySource;
  }): GitOpsPlatform {
    return new GitOpsPlatform(
      options.config,
      options.repositories.forUrl(options.config.url),
    );
  }

  private constructor(
    config: GitOpsRepositoryConfig,
    repository: GitOpsRepository,
  ) {
    this.config = config;
    this.repository = repository;
    this.services = ServicesInGit.create({ repository, config });
  }

  /** What `platform.yaml` says now. Rejects where it is missing or wrong, and as {@link GitOpsRepository} does. */
  read(): Promise<Platform> {
    return this.#platforms.get(PLATFORM_FILE, async () => {
      const text = await this.repository.readFile({
        ref: this.config.branch,
        path: PLATFORM_FILE,
      });
      if (text === undefined) {
        throw new NotFoundError(
          `${this.repository.fullName} has no ${PLATFORM_FILE} on ${this.config.branch}`,
        );
      }
      try {
        return readPlatform(text);
      } catch (error) {
        // Not what the person at the form typed.
        throw new ServiceUnavailableError(
          `${this.repository.fullName}: ${toError(error).message}`,
        );
      }
    });
  }
}
