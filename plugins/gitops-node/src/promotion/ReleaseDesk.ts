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

import { isError, NotFoundError } from '@backstage/errors';
import type { EntityApplications } from '@gitops-platform/backstage-plugin-gitops-common';
import type { GitOpsRepositoryConfig } from '../config';
import type { FileChange, FileReader, GitOpsRepository } from '../git';
import { fetchPlatform, type Platform } from '../platform';
import { applyRelease } from './applyRelease';
import { checkFolder } from './checkFolder';
import { chooseSource } from './chooseSource';
import { judgeSource } from './judgeSource';
import { planPromotion } from './planPromotion';
import { planRollback } from './planRollback';
import { readReleaseFiles } from './readReleaseFiles';
import type { ReleaseFiles, ReleasePlan } from './Release';
import type { PastDeployment } from './PastDeployment';

/**
 * Plans promotions and rollbacks against a GitOps repository as it stands at one commit.
 *
 * Methods reject as {@link GitOpsRepository} does, and as {@link planPromotion} and {@link planRollback} throw.
 * @public
 */
export class ReleaseDesk {
  readonly platform: Platform;
  readonly config: GitOpsRepositoryConfig;
  readonly #repository: GitOpsRepository;
  readonly #revision: string;
  readonly #signal?: AbortSignal;

  /** At the head of the branch that Argo CD follows. */
  static async open(options: {
    repository: GitOpsRepository;
    config: GitOpsRepositoryConfig;
    /** Where it is known already. */
    platform?: Platform;
    signal?: AbortSignal;
  }): Promise<ReleaseDesk> {
    const { repository, config, signal } = options;
    const revision = await repository.getBranch(config.branch, { signal });
    if (!revision) {
      throw new NotFoundError(
        `${repository.fullName} has no branch ${config.branch}; create it, or put its name right in gitops.repositories`,
      );
    }
    const platform =
      options.platform ??
      (await fetchPlatform({ repository, ref: revision, signal }));
    return new ReleaseDesk({ ...options, revision, platform });
  }

  private constructor(options: {
    repository: GitOpsRepository;
    config: GitOpsRepositoryConfig;
    revision: string;
    platform: Platform;
    signal?: AbortSignal;
  }) {
    this.platform = options.platform;
    this.config = options.config;
    this.#repository = options.repository;
    this.#revision = options.revision;
    this.#signal = options.signal;
  }

  /** The files of a service in an environment. */
  filesOf(service: string, environment: string): Promise<ReleaseFiles> {
    return this.#filesAt(this.#revision, service, environment);
  }

  /** Whether files are there and belong to the entity, as {@link ReleaseDesk.planPromotion} demands it. */
  isFolderOf(options: {
    files: ReleaseFiles;
    service: string;
    entityRef: string;
  }): boolean {
    try {
      checkFolder({ ...options, repository: this.config });
      return true;
    } catch {
      return false;
    }
  }

  async planPromotion(options: {
    service: string;
    entityRef: string;
    environment: string;
    from?: string;
    applications: EntityApplications;
  }): Promise<{ source: string; plan: ReleasePlan }> {
    const { service, entityRef, environment, applications } = options;
    const { name } = chooseSource(this.platform, options);
    const [source, target] = await Promise.all([
      this.filesOf(service, name),
      this.filesOf(service, environment),
    ]);
    const plan = planPromotion({
      service,
      entityRef,
      source,
      target,
      platform: this.platform,
      repository: this.config,
      doubt: images => judgeSource({ applications, environment: name, images }),
    });
    return { source: name, plan };
  }

  async planRollback(options: {
    service: string;
    entityRef: string;
    environment: string;
    deployment: PastDeployment;
  }): Promise<ReleasePlan> {
    const { service, environment, deployment } = options;
    const [present, past] = await Promise.all([
      this.filesOf(service, environment),
      this.#pastFiles(service, environment, deployment.revision),
    ]);
    return planRollback({
      ...options,
      present,
      past,
      platform: this.platform,
      repository: this.config,
    });
  }

  /** What a plan writes, to the files as they are when it is written. */
  async changesOf(plan: ReleasePlan, read: FileReader): Promise<FileChange[]> {
    const { service, environment, release } = plan;
    const files = await readReleaseFiles({
      read,
      repository: this.config,
      service,
      environment,
    });
    if (!files.version) {
      throw new NotFoundError(
        `${service} has been taken out of ${environment} meanwhile`,
      );
    }
    const changed = applyRelease({
      files,
      release,
      service,
      platform: this.platform,
      location: this.config.version,
    });
    return changed.map(({ path, text }) => ({ path, content: text }));
  }

  /** A commit of a chart, or one that is gone, says nothing: then the record must do. */
  async #pastFiles(
    service: string,
    environment: string,
    revision: string | undefined,
  ): Promise<ReleaseFiles | undefined> {
    if (!revision) {
      return undefined;
    }
    try {
      return await this.#filesAt(revision, service, environment);
    } catch (error) {
      if (isError(error) && error.name === 'NotFoundError') {
        return undefined;
      }
      throw error;
    }
  }

  #filesAt(
    ref: string,
    service: string,
    environment: string,
  ): Promise<ReleaseFiles> {
    return readReleaseFiles({
      read: path =>
        this.#repository.readFile({ ref, path, signal: this.#signal }),
      repository: this.config,
      service,
      environment,
    });
  }
}
