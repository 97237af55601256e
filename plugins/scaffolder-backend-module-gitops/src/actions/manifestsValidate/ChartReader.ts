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

import { join } from 'path';
import { isError } from '@backstage/errors';
import { serializeDirectoryContents } from '@backstage/plugin-scaffolder-node';
import {
  GitOpsRepository,
  GitOpsRepositoryConfig,
  Platform,
  sameRepository,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { readChart } from '../chartCreate/readChart';
import { GitOpsRepositoryLookup } from '../GitOpsRepositoryLookup';
import { ApplicationSource } from './Application';

type Chart = ReadonlyMap<string, string>;

/**
 * Finds the charts that Applications name: as they are about to be committed, as they stand in Git, or, for a
 * repository that does not exist yet, as the workspace has them. Each is read once.
 */
export class ChartReader {
  readonly #charts = new Map<string, Promise<Chart | undefined>>();
  readonly #options;

  static create(options: {
    platform: Platform;
    repository: GitOpsRepository;
    config: GitOpsRepositoryConfig;
    repositories: GitOpsRepositoryLookup;
    /** Files of the GitOps repository that are about to be committed. */
    pending: ReadonlyMap<string, string>;
    /** Folder with the service's own chart, for a repository that does not exist yet. */
    ownChart?: string;
    signal?: AbortSignal;
  }): ChartReader {
    return new ChartReader(options);
  }

  private constructor(options: Parameters<typeof ChartReader.create>[0]) {
    this.#options = options;
  }

  /** The files of a chart by path inside its folder; `undefined` where it cannot be found. */
  read(source: ApplicationSource): Promise<Chart | undefined> {
    const key = `${source.repoURL} ${source.targetRevision} ${source.path}`;
    const chart = this.#charts.get(key) ?? this.#find(source);
    this.#charts.set(key, chart);
    return chart;
  }

  async #find(source: ApplicationSource): Promise<Chart | undefined> {
    const { platform, repository, config, pending, signal } = this.#options;
    const path = source.path ?? '';
    if (!sameRepository(source.repoURL, platform.repository.url)) {
      return (await this.#inOwnRepository(source)) ?? this.#inWorkspace();
    }
    const prefix = `${path.replace(/\/+$/, '')}/`;
    if (pending.has(`${prefix}Chart.yaml`)) {
      return new Map(
        [...pending].flatMap(([file, content]): [string, string][] =>
          file.startsWith(prefix) ? [[file.slice(prefix.length), content]] : [],
        ),
      );
    }
    return whereFound(() =>
      readChart({ repository, ref: config.branch, path, signal }),
    );
  }

  #inOwnRepository(source: ApplicationSource): Promise<Chart | undefined> {
    const { repositories, signal } = this.#options;
    return whereFound(() =>
      readChart({
        repository: repositories.forUrl(source.repoURL.replace(/\.git$/, '')),
        ref: source.targetRevision ?? 'HEAD',
        path: source.path ?? '',
        signal,
      }),
    );
  }

  async #inWorkspace(): Promise<Chart | undefined> {
    const { ownChart } = this.#options;
    if (!ownChart) {
      return undefined;
    }
    const files = await whereFound(() =>
      serializeDirectoryContents(ownChart, {
        globPatterns: ['**', `!${join('**', '.git', '**')}`],
      }),
    );
    const chart = new Map(
      files?.map(({ path, content }) => [path, content.toString('utf8')]),
    );
    return chart.has('Chart.yaml') ? chart : undefined;
  }
}

/** A repository that does not exist yet, or to which there is no access here, is no failure; any other trouble is. */
async function whereFound<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (
      isError(error) &&
      ['NotFoundError', 'InputError'].includes(error.name)
    ) {
      return undefined;
    }
    throw error;
  }
}
