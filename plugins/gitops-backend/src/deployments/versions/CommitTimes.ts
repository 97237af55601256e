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
import { stringifyError } from '@backstage/errors';
import { sameRepository } from '@gitops-platform/backstage-plugin-gitops-node';
import type { RevisionMetadataCache } from '../../argocd/history/RevisionMetadataCache';
import type { StoredApplication } from '../../argocd/store';
import type { RepositorySource } from '../../git/RepositorySource';
import { readIsoTime } from '../facts/isoTime';

const TIMEOUT_MS = 30_000;
const COMMIT = /^[0-9a-f]{40}([0-9a-f]{24})?$/;

interface Options {
  repositories: RepositorySource;
  metadata: Pick<RevisionMetadataCache, 'known' | 'load'>;
  logger: LoggerService;
}

/** A source commit, and where it is. */
export interface SourceCommit {
  app: StoredApplication;
  /** As a browser opens it. */
  repository: string;
  revision: string;
}

/** When source commits were made: from Argo CD where it reads that repository itself, else from the Git host. */
export class CommitTimes {
  readonly #options: Options;

  static create(options: Options): CommitTimes {
    return new CommitTimes(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** ISO 8601; `undefined` where it cannot be known. Never rejects. */
  async of(commit: SourceCommit): Promise<string | undefined> {
    if (!COMMIT.test(commit.revision)) {
      return undefined;
    }
    return readIsoTime(
      (await this.#fromArgoCd(commit)) ?? (await this.#fromHost(commit)),
    );
  }

  async #fromArgoCd({ app, repository, revision }: SourceCommit) {
    const sourceIndex = app.sources.findIndex(
      ({ repoUrl, chart }) =>
        chart === undefined && sameRepository(repoUrl, repository),
    );
    if (sourceIndex < 0) {
      return undefined;
    }
    const { repoUrl } = app.sources[sourceIndex];
    const commit = { app, revision, sourceIndex, repoUrl };
    await this.#options.metadata.load(commit);
    return this.#options.metadata.known(commit)?.date;
  }

  async #fromHost({ repository, revision }: SourceCommit) {
    const { repositories, logger } = this.#options;
    try {
      const commit = await repositories.forUrl(repository).getCommit(revision, {
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      return commit?.date;
    } catch (error) {
      logger.debug(
        `When ${revision} of ${repository} was made is not known: ${stringifyError(
          error,
        )}`,
      );
      return undefined;
    }
  }
}
