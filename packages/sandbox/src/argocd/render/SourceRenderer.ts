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

import { join } from 'node:path';
import type { ApplicationSource, KubernetesObject, SourceType } from '../types';
import type { ChartRepositories } from './ChartRepositories';
import type { Checkouts } from './Checkouts';
import { sourcePath } from './inspectSource';
import { renderDirectory } from './renderDirectory';
import { renderHelm } from './renderHelm';
import { renderKustomize } from './renderKustomize';
import type { SourceRepositories } from './SourceRepositories';

const CHECKOUT = '<path to cached source>';

/** Paths of the tools that render; a source whose tool is absent fails with a message that says so. */
export interface RenderTools {
  helm?: string;
  kustomize?: string;
}

/** A source at a commit. */
export interface ResolvedSource {
  source: ApplicationSource;
  revision: string;
}

/** A values file, in the repository of the source that holds it. */
export interface ResolvedValueFile {
  owner: ResolvedSource;
  path: string;
}

/** One source, ready to be rendered. */
export interface SourceRequest extends ResolvedSource {
  type: SourceType;
  valueFiles: ResolvedValueFile[];
  applicationName: string;
  namespace: string;
}

/** Makes the manifests of one source in working copies of its repositories. */
export class SourceRenderer {
  readonly #repositories: SourceRepositories;
  readonly #charts: ChartRepositories;
  readonly #tools: RenderTools;
  readonly #checkouts: Checkouts;

  constructor(options: {
    repositories: SourceRepositories;
    charts: ChartRepositories;
    tools: RenderTools;
    checkouts: Checkouts;
  }) {
    this.#repositories = options.repositories;
    this.#charts = options.charts;
    this.#tools = options.tools;
    this.#checkouts = options.checkouts;
  }

  /** Rejects with `RenderError`. */
  async render(request: SourceRequest): Promise<KubernetesObject[]> {
    const { source, type } = request;
    if (type === 'Helm') {
      return this.#renderChart(request, []);
    }
    return this.#checkout(request, async root => {
      const directory = join(root, sourcePath(source));
      if (type === 'Directory') {
        return renderDirectory(directory, source.directory);
      }
      return this.#checkouts.scratch(async scratch =>
        renderKustomize({
          kustomize: this.#tools.kustomize,
          source,
          directory,
          scratch,
          hide: { [root]: CHECKOUT },
        }),
      );
    });
  }

  /** Holds the working copies of all values files, one inside the other, for as long as helm reads them. */
  async #renderChart(
    request: SourceRequest,
    held: { root: string; path: string }[],
  ): Promise<KubernetesObject[]> {
    const next = request.valueFiles[held.length];
    if (next) {
      return this.#checkout(next.owner, async root =>
        this.#renderChart(request, [...held, { root, path: next.path }]),
      );
    }
    const roots = held.map(({ root }) => root);
    const valueFiles = held.map(file => join(file.root, file.path));
    if (request.source.chart) {
      return this.#renderPackedChart(request, { roots, valueFiles });
    }
    return this.#checkout(request, async root =>
      this.#helm(request, {
        chart: '.',
        directory: join(root, sourcePath(request.source)),
        roots: [root, ...roots],
        valueFiles,
      }),
    );
  }

  async #renderPackedChart(
    request: SourceRequest,
    values: { roots: string[]; valueFiles: string[] },
  ): Promise<KubernetesObject[]> {
    const { repoURL, chart = '' } = request.source;
    const reference = { chart, version: request.revision };
    const packed = await this.#charts.download(repoURL, reference);
    return this.#checkouts.scratch(async directory =>
      this.#helm(request, { ...values, chart: packed, directory }),
    );
  }

  async #helm(
    { source, applicationName, namespace }: SourceRequest,
    options: {
      chart: string;
      directory: string;
      /** Paths that must not show. */
      roots: string[];
      valueFiles: string[];
    },
  ): Promise<KubernetesObject[]> {
    const { chart, directory, roots, valueFiles } = options;
    const hidden = [...roots, ...(chart === '.' ? [] : [chart])];
    return this.#checkouts.scratch(async scratch =>
      renderHelm({
        helm: this.#tools.helm,
        source,
        applicationName,
        namespace,
        chart,
        chartDirectory: directory,
        valueFiles,
        scratch,
        hide: Object.fromEntries([
          ...hidden.map(path => [path, CHECKOUT]),
          [scratch, '<temporary directory>'],
        ]),
      }),
    );
  }

  async #checkout<T>(
    { source, revision }: ResolvedSource,
    work: (root: string) => Promise<T>,
  ): Promise<T> {
    const { repository } = this.#repositories.find(source.repoURL);
    return this.#checkouts.use(repository, revision, work);
  }
}
