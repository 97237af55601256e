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

import { isNamespaced, withTracking } from '../cluster';
import type { ApplicationSource, KubernetesObject, SourceType } from '../types';
import type { ChartRepositories } from './ChartRepositories';
import { Checkouts } from './Checkouts';
import { inspectSource, objectIds } from './inspectSource';
import { Limiter } from './Limiter';
import { RenderError } from './RenderError';
import {
  type RenderTools,
  type ResolvedSource,
  type ResolvedValueFile,
  SourceRenderer,
} from './SourceRenderer';
import type { SourceRepositories } from './SourceRepositories';
import { locateValueFiles } from './valueFiles';

const AT_ONCE = 2;
const KEPT_RENDERINGS = 1000;

/** What an Application wants to be in the cluster. */
export interface Rendering {
  manifests: KubernetesObject[];
  /** The commit, or the chart's version, of each source. */
  revisions: string[];
  sourceTypes: SourceType[];
}

/** What to render. */
export interface RenderRequest {
  /** The Application's instance name. */
  applicationName: string;
  namespace: string;
  sources: ApplicationSource[];
  /** Instead of the sources' own target revisions. */
  revisions?: (string | undefined)[];
}

function prepare(
  manifest: KubernetesObject,
  { applicationName, namespace }: RenderRequest,
): KubernetesObject {
  const { namespace: own, ...metadata } = manifest.metadata;
  return withTracking(applicationName, {
    ...manifest,
    metadata: isNamespaced(manifest.kind)
      ? { ...metadata, namespace: own ?? namespace }
      : metadata,
  });
}

/** Says which source an error is about, as Argo CD does. */
async function inSource<T>(
  index: number,
  total: number,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RenderError) {
      const source = `source ${index + 1} of ${total}`;
      throw new RenderError(
        `Failed to load target state: failed to generate manifest for ${source}: rpc error: code = Unknown desc = ${error.message}`,
      );
    }
    throw error;
  }
}

/**
 * Makes the manifests of Applications from Git. What was made is kept for as long as the files it was made from stay
 * the same, so that a commit renders only what it touches.
 */
export class Renderer {
  readonly #repositories: SourceRepositories;
  readonly #charts: ChartRepositories;
  readonly #checkouts: Checkouts;
  readonly #sourceRenderer: SourceRenderer;
  readonly #limiter = new Limiter(AT_ONCE);
  readonly #cache = new Map<string, Promise<KubernetesObject[]>>();
  readonly #last = new Map<string, { key: string; rendering: Rendering }>();

  static async create(options: {
    repositories: SourceRepositories;
    charts: ChartRepositories;
    tools: RenderTools;
  }): Promise<Renderer> {
    return new Renderer({ ...options, checkouts: await Checkouts.create() });
  }

  private constructor(options: {
    repositories: SourceRepositories;
    charts: ChartRepositories;
    checkouts: Checkouts;
    tools: RenderTools;
  }) {
    this.#repositories = options.repositories;
    this.#charts = options.charts;
    this.#checkouts = options.checkouts;
    this.#sourceRenderer = new SourceRenderer(options);
  }

  /** Rejects with `RenderError`, worded as Argo CD's ComparisonError is. */
  async render(request: RenderRequest): Promise<Rendering> {
    const { sources, applicationName } = request;
    const resolved: ResolvedSource[] = [];
    for (const [index, source] of sources.entries()) {
      const revision = await inSource(index, sources.length, async () =>
        this.#resolve(source, request.revisions?.[index]),
      );
      resolved.push({ source, revision });
    }
    const key = JSON.stringify([resolved, request.namespace]);
    const last = this.#last.get(applicationName);
    if (last?.key === key) {
      return last.rendering;
    }
    const manifests: KubernetesObject[] = [];
    const sourceTypes: SourceType[] = [];
    for (const [index, one] of resolved.entries()) {
      const rendered = await inSource(index, sources.length, async () =>
        this.#renderSource(one, resolved, request),
      );
      sourceTypes.push(rendered.type);
      manifests.push(...rendered.manifests);
    }
    const rendering = {
      manifests: manifests.map(manifest => prepare(manifest, request)),
      revisions: resolved.map(({ revision }) => revision),
      sourceTypes,
    };
    this.#last.set(applicationName, { key, rendering });
    return rendering;
  }

  /** Drops what is kept for an Application that is gone. */
  forget(applicationName: string): void {
    this.#last.delete(applicationName);
  }

  async dispose(): Promise<void> {
    await this.#checkouts.dispose();
  }

  async #resolve(
    source: ApplicationSource,
    revision: string | undefined,
  ): Promise<string> {
    const { chart, repoURL, targetRevision } = source;
    if (chart) {
      const version = revision || targetRevision || '*';
      return this.#charts.resolve(repoURL, { chart, version });
    }
    return this.#repositories.resolve(
      repoURL,
      revision || targetRevision || 'HEAD',
    );
  }

  async #renderSource(
    { source, revision }: ResolvedSource,
    all: ResolvedSource[],
    request: RenderRequest,
  ): Promise<{ type: SourceType; manifests: KubernetesObject[] }> {
    if (source.ref && source.path === undefined && !source.chart) {
      return { type: '', manifests: [] };
    }
    const { type, inputs, place } = await this.#inspect(source, revision);
    if (type === 'Plugin') {
      throw new RenderError(
        'the sandbox does not implement config management plugins',
      );
    }
    const valueFiles = this.#valueFiles({ source, revision }, all);
    for (const { owner, path } of valueFiles) {
      const at = this.#repositories.find(owner.source.repoURL);
      const [id] = await objectIds(at.repository, owner.revision, [path]);
      inputs.push(id ?? 'missing');
    }
    const { applicationName, namespace } = request;
    const key = JSON.stringify([
      place,
      type,
      inputs,
      { ...source, targetRevision: '' },
      applicationName,
      namespace,
    ]);
    const manifests = await this.#cached(key, async () =>
      this.#limiter.run(async () =>
        this.#sourceRenderer.render({
          source,
          revision,
          type,
          valueFiles,
          applicationName,
          namespace,
        }),
      ),
    );
    return { type, manifests };
  }

  async #inspect(source: ApplicationSource, revision: string) {
    if (source.chart) {
      const type: SourceType = 'Helm';
      return { type, inputs: [revision], place: source.repoURL };
    }
    const { repository } = this.#repositories.find(source.repoURL);
    return {
      ...(await inspectSource(repository, revision, source)),
      place: repository.directory,
    };
  }

  #valueFiles(
    chart: ResolvedSource,
    all: ResolvedSource[],
  ): ResolvedValueFile[] {
    return locateValueFiles(chart.source).map(({ ref, path }) => {
      const owner = ref ? all.find(one => one.source.ref === ref) : chart;
      if (!owner) {
        throw new RenderError(
          `error resolving value file path: no source with ref '${ref}'`,
        );
      }
      return { owner, path };
    });
  }

  async #cached(
    key: string,
    make: () => Promise<KubernetesObject[]>,
  ): Promise<KubernetesObject[]> {
    const known = this.#cache.get(key);
    if (known) {
      // The most recently used is the last of the map.
      this.#cache.delete(key);
      this.#cache.set(key, known);
      return known;
    }
    const made = make();
    this.#cache.set(key, made);
    made.catch(error => {
      // A chart that is wrong stays wrong until its files change; anything else may pass.
      if (!(error instanceof RenderError)) {
        this.#cache.delete(key);
      }
    });
    if (this.#cache.size > KEPT_RENDERINGS) {
      this.#cache.delete(this.#cache.keys().next().value ?? '');
    }
    return made;
  }
}
