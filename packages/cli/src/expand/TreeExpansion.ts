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

import { toError } from '@backstage/errors';
import type { Tree } from '../tree';
import { applicationOf, waveOf } from './applicationOf';
import { collectedFiles } from './collectedFiles';
import type {
  ExpandedApplication,
  ExpandedTree,
  KnownCluster,
} from './ExpandedTree';
import { expandSet } from './expandSet';
import { type Manifest, readManifests } from './readManifests';

/** What is read of a tree, and the repository and clusters that it is for. */
interface Options {
  tree: Tree;
  repository: string;
  clusters: KnownCluster[];
}

/** Follows Applications to the files that they collect, each file once: a root Application may collect itself. */
export class TreeExpansion {
  readonly #options: Options;
  readonly #seen = new Set<string>();
  readonly result: ExpandedTree = {
    applications: [],
    projects: [],
    applicationSets: [],
    problems: [],
  };

  static create(options: Options): TreeExpansion {
    return new TreeExpansion(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** What cannot be read, or made, is a problem of the result. */
  readFile(file: string, parent?: ExpandedApplication): void {
    if (this.#seen.has(file)) {
      return;
    }
    this.#seen.add(file);
    this.#attempt(file, () => {
      const manifests = readManifests(file, this.#options.tree.get(file) ?? '');
      for (const manifest of manifests) {
        this.#attempt(file, () => this.#addManifest(manifest, file, parent));
      }
    });
  }

  #attempt(file: string, act: () => void): void {
    try {
      act();
    } catch (error) {
      this.result.problems.push(`${file}: ${toError(error).message}`);
    }
  }

  #addManifest(
    manifest: Manifest,
    file: string,
    parent?: ExpandedApplication,
  ): void {
    const origin = { file, parent: parent?.name, waves: parent?.waves ?? [] };
    const name = manifest.metadata.name ?? '';
    if (manifest.kind === 'AppProject') {
      this.result.projects.push({ name, file, manifest });
    } else if (manifest.kind === 'Application') {
      this.#addApplication(applicationOf(manifest, origin));
    } else if (manifest.kind === 'ApplicationSet') {
      this.result.applicationSets.push({ name, file, manifest });
      const waves = [...origin.waves, waveOf(manifest)];
      for (const made of expandSet(manifest, this.#options.clusters)) {
        this.#addApplication(
          applicationOf(made, { ...origin, waves, applicationSet: name }),
        );
      }
    }
  }

  #addApplication(application: ExpandedApplication): void {
    const { tree, repository } = this.#options;
    this.result.applications.push(application);
    for (const source of application.sources) {
      for (const file of collectedFiles(tree, source, repository)) {
        this.readFile(file, application);
      }
    }
  }
}
