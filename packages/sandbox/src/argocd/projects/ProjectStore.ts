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

import { isDeepStrictEqual } from 'node:util';
import type { VersionCounter } from '../store';
import type { AppProject, AppProjectSpec, KubernetesObject } from '../types';

/** The AppProjects; `default` is always there and allows everything, as Argo CD makes it. */
export class ProjectStore {
  readonly #versions: VersionCounter;
  readonly #projects = new Map<string, AppProject>();
  #resourceVersion = '0';

  constructor(
    versions: VersionCounter,
    options: { projects?: AppProject[]; createdAt: string; uid: string },
  ) {
    this.#versions = versions;
    for (const project of options.projects ?? []) {
      this.#projects.set(project.metadata.name, project);
    }
    if (!this.#projects.has('default')) {
      this.#put({
        metadata: {
          name: 'default',
          namespace: 'argocd',
          uid: options.uid,
          generation: 1,
          creationTimestamp: options.createdAt,
        },
        spec: {
          sourceRepos: ['*'],
          destinations: [{ server: '*', namespace: '*' }],
          clusterResourceWhitelist: [{ group: '*', kind: '*' }],
        },
        status: {},
      });
    }
    this.#resourceVersion = String(versions.last);
  }

  get resourceVersion(): string {
    return this.#resourceVersion;
  }

  /** Sorted by name. */
  list(): AppProject[] {
    return [...this.#projects.values()].sort((a, b) =>
      a.metadata.name < b.metadata.name ? -1 : 1,
    );
  }

  get(name: string): AppProject | undefined {
    return this.#projects.get(name);
  }

  /** Takes over a manifest; says whether that changed anything. */
  apply(
    manifest: KubernetesObject,
    created: { uid: string; at: string },
  ): boolean {
    const { name, labels, annotations } = manifest.metadata;
    const before = this.#projects.get(name);
    const spec = (manifest.spec ?? {}) as AppProjectSpec;
    const same =
      before &&
      isDeepStrictEqual(
        [before.spec, before.metadata.labels, before.metadata.annotations],
        [spec, labels, annotations],
      );
    if (!same) {
      this.#put({
        metadata: {
          name,
          namespace: 'argocd',
          uid: before?.metadata.uid ?? created.uid,
          generation: (before?.metadata.generation ?? 0) + 1,
          creationTimestamp: before?.metadata.creationTimestamp ?? created.at,
          ...(labels ? { labels } : {}),
          ...(annotations ? { annotations } : {}),
        },
        spec,
        status: {},
      });
    }
    return !same;
  }

  /** Takes a project away; says whether it was there. The default one stays. */
  remove(name: string): boolean {
    const removed = name !== 'default' && this.#projects.delete(name);
    if (removed) {
      this.#resourceVersion = this.#versions.next();
    }
    return removed;
  }

  #put(project: AppProject): void {
    const resourceVersion = this.#versions.next();
    this.#resourceVersion = resourceVersion;
    this.#projects.set(project.metadata.name, {
      ...project,
      metadata: { ...project.metadata, resourceVersion },
    });
  }
}
