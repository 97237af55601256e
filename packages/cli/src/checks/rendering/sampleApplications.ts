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

import path from 'node:path';
import type { PlatformFile } from '../../platform';
import type { Tree } from '../../tree';
import type { DeployedApplication } from './Rendering';

/** The feature set that samples are rendered as. */
export const SAMPLES = 'charts and workloads';

/**
 * What a tree has to offer and may not deploy: its charts with each of their `ci/` values, and its workloads in every
 * environment.
 *
 * @internal
 */
export function sampleApplications(
  tree: Tree,
  { repository, environments, clusters }: PlatformFile,
): DeployedApplication[] {
  const cluster = clusters[0]?.name ?? '';
  return [...tree.keys()].flatMap(file => {
    const [, chart, values] =
      /^charts\/([^/]+)\/ci\/([^/]+)\.yaml$/.exec(file) ?? [];
    const [, workload, environment] =
      /^workloads\/(.+)\/overlays\/([^/]+)\/kustomization\.ya?ml$/.exec(file) ??
      [];
    const isKnown = environments.some(({ name }) => name === environment);
    if (!chart && !(workload && isKnown)) return [];
    const name = chart
      ? `${chart}-${values}`
      : `${path.posix.basename(workload)}-${environment}`;
    const source = chart
      ? {
          repoURL: repository.url,
          path: `charts/${chart}`,
          helm: { releaseName: 'sample', valueFiles: [`/${file}`] },
        }
      : { repoURL: repository.url, path: path.posix.dirname(file) };
    return [
      {
        name,
        file,
        manifest: {},
        sources: [source],
        project: '',
        cluster,
        namespace: name,
        waves: [],
      },
    ];
  });
}
