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
import { isNamespaced, withTracking } from '../cluster';
import type { ApplicationSource, KubernetesObject, SourceType } from '../types';
import { Checkouts } from './Checkouts';
import { inspectSource, objectIds, sourcePath } from './inspectSource';
import { Limiter } from './Limiter';
import { RenderError } from './RenderError';
import { renderDirectory } from './renderDirectory';
import { renderHelm } from './renderHelm';
import { renderKustomize } from './renderKustomize';
import type { SourceRepositories } from './SourceRepositories';
import { locateValueFiles } from './valueFiles';

const AT_ONCE = 2;
const KEPT_RENDERINGS = 1000;

/** Paths of the tools that render; a source whose tool is absent fails with a message that says so. */
export interface RenderTools {
  helm?: string;
  kustomize?: string;
}

/** What an Application wants to be in the cluster. */
export interface Rendering {
  manifests: KubernetesObject[];
  /** The commit of each source. */
  revisions: string[];
  sourceTypes: SourceType[];
}

/** What to render. */
export interface RenderRequest {
  applicationName: string;
  namespace: string;
  sources: ApplicationSource[];
  /** Instead of the sources' own target revisions. */
  revisions?: (string | undefined)[];
}

interface ResolvedSource {
  source: ApplicationSource;
  revision: string;
}

/**
 * Makes the manifests of Applications from Git. What was made is kept for as long as the files it was made from stay
 * the same, so that a commit renders only what it touches.
 */
export class Renderer {
  readonly #repositories: SourceRepositories;
  readonly #tools: RenderTools;
  readonly #checkouts: Checkouts;
  readonly #limiter = new Limiter(AT_ONCE);
  readonly #cache = new Map<string, Promise<KubernetesObject[]>>();

  static async create(options: {
    repositories: SourceRepositories;
    tools: RenderTools;
  }): Promise<Renderer> {
    return new Renderer(
      options.repositories,
      options.tools,
      await Checkouts.create(),
    );
  }

  private constructor(
    repositories: SourceRepositories,
    tools: RenderTools,
    checkouts: Checkouts,
  ) {
    this.#repositories = repositories;
    this.#tools = tools;
    this.#checkouts = checkouts;
  }

  /** Rejects with `RenderError`, worded as Argo CD's ComparisonError is. */
  async render(request: RenderRequest): Promise<Rendering> {
    const total = request.sources.length;
    const resolved: ResolvedSource[] = [];
    const manifests: KubernetesObject[] = [];
    const sourceTypes: SourceType[] = [];
    const stage = async <T>(index: number, work: () => Promise<T>) => {
      try {
        return await work();
      } catch (error) {
        if (error instanceof RenderError) {
          throw new RenderError(
            `Failed to load target state: failed to generate manifest for source ${
              index + 1
            } of ${total}: rpc error: code = Unknown desc = ${error.message}`,
          );
        }
        throw error;
      }
    };
    for (const [index, source] of request.sources.entries()) {
      const revision = await stage(index, async () =>
        this.#resolve(source, request.revisions?.[index]),
      );
      resolved.push({ source, revision });
    }
    for (const [index, one] of resolved.entries()) {
      const rendered = await stage(index, async () =>
        this.#renderSource(one, resolved, request),
      );
      sourceTypes.push(rendered.type);
      manifests.push(...rendered.manifests);
    }
    return {
      manifests: manifests.map(manifest => prepare(manifest, request)),
      revisions: resolved.map(({ revision }) => revision),
      sourceTypes,
    };
  }

  async dispose(): Promise<void> {
    await this.#checkouts.dispose();
  }

  async #resolve(
    source: ApplicationSource,
    revision: string | undefined,
  ): Promise<string> {
    if (source.chart) {
      throw new RenderError(
        `the sandbox has no network: chart ${source.chart} ${
          source.targetRevision ?? ''
        } of ${source.repoURL} cannot be fetched`,
      );
    }
    return this.#repositories.resolve(
      source.repoURL,
      revision || source.targetRevision || 'HEAD',
    );
  }

  async #renderSource(
    { source, revision }: ResolvedSource,
    all: ResolvedSource[],
    request: RenderRequest,
  ): Promise<{ type: SourceType; manifests: KubernetesObject[] }> {
    if (source.ref && source.path === undefined) {
      return { type: '', manifests: [] };
    }
    const { repository } = this.#repositories.find(source.repoURL);
    const { type, inputs } = await inspectSource(repository, revision, source);
    if (type === 'Plugin') {
      throw new RenderError(
        'the sandbox does not implement config management plugins',
      );
    }
    const files = locateValueFiles(source).map(({ ref, path }) => {
      const owner = ref
        ? all.find(other => other.source.ref === ref)
        : { source, revision };
      if (!owner) {
        throw new RenderError(
          `error resolving value file path: no source with ref '${ref}'`,
        );
      }
      return { owner, path };
    });
    for (const { owner, path } of files) {
      const at = this.#repositories.find(owner.source.repoURL);
      inputs.push(
        ...(await objectIds(at.repository, owner.revision, [path])).map(
          id => id ?? 'missing',
        ),
      );
    }
    const key = JSON.stringify([
      repository.directory,
      type,
      inputs,
      { ...source, targetRevision: '' },
      request.applicationName,
      request.namespace,
    ]);
    const manifests = await this.#cached(key, async () =>
      this.#limiter.run(async () => {
        if (type !== 'Helm') {
          return this.#renderFolder(type, source, revision);
        }
        return this.#renderChart({ source, revision }, files, request);
      }),
    );
    return { type, manifests };
  }

  async #renderFolder(
    type: SourceType,
    source: ApplicationSource,
    revision: string,
  ): Promise<KubernetesObject[]> {
    const { repository } = this.#repositories.find(source.repoURL);
    return this.#checkouts.use(repository, revision, async root => {
      const directory = join(root, sourcePath(source));
      return type === 'Kustomize'
        ? renderKustomize({
            kustomize: this.#tools.kustomize,
            source,
            directory,
            scratch: await this.#checkouts.scratch(),
            hide: { [root]: '<path to cached source>' },
          })
        : renderDirectory(directory, source.directory);
    });
  }

  async #renderChart(
    { source, revision }: ResolvedSource,
    files: { owner: ResolvedSource; path: string }[],
    request: RenderRequest,
  ): Promise<KubernetesObject[]> {
    const scratch = await this.#checkouts.scratch();
    const hide: Record<string, string> = { [scratch]: '<temporary directory>' };
    const valueFiles: string[] = [];
    // The checkouts of the values' repositories are held for as long as helm reads them.
    const next = async (index: number): Promise<KubernetesObject[]> => {
      const file = files[index];
      if (file) {
        const at = this.#repositories.find(file.owner.source.repoURL);
        return this.#checkouts.use(
          at.repository,
          file.owner.revision,
          async root => {
            hide[root] = '<path to cached source>';
            valueFiles.push(join(root, file.path));
            return next(index + 1);
          },
        );
      }
      const { repository } = this.#repositories.find(source.repoURL);
      return this.#checkouts.use(repository, revision, async root => {
        hide[root] = '<path to cached source>';
        return renderHelm({
          helm: this.#tools.helm,
          source,
          applicationName: request.applicationName,
          namespace: request.namespace,
          repositoryDirectory: root,
          chartDirectory: join(root, sourcePath(source)),
          valueFiles,
          scratch,
          hide,
        });
      });
    };
    return next(0);
  }

  async #cached(
    key: string,
    make: () => Promise<KubernetesObject[]>,
  ): Promise<KubernetesObject[]> {
    const known = this.#cache.get(key);
    if (known) {
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
