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

import type { BareRepository } from '../../git';
import { parseManifests } from '../render/parseManifests';
import type { KubernetesObject } from '../types';

const KINDS = ['AppProject', 'Application', 'ApplicationSet'];

async function readManifests(
  repository: BareRepository,
  revision: string,
  path: string,
): Promise<KubernetesObject[]> {
  const file = await repository.readFile(revision, path);
  return file ? parseManifests(file.toString('utf8'), path) : [];
}

/**
 * What somebody who installs the platform applies by hand: the root manifest, preceded by the AppProjects that its
 * Applications name, wherever below the same folder they are (a root Application cannot create its own project).
 * Rejects with `RenderError` for a manifest that cannot be read.
 */
export async function bootstrapManifests(
  repository: BareRepository,
  revision: string,
  path: string,
): Promise<KubernetesObject[]> {
  const root = await readManifests(repository, revision, path);
  const manifests = root.filter(({ kind }) => KINDS.includes(kind));
  const missing = new Set(
    manifests
      .filter(({ kind }) => kind === 'Application')
      .map(({ spec }) => (spec as { project?: unknown } | undefined)?.project),
  );
  for (const { kind, metadata } of manifests) {
    if (kind === 'AppProject') {
      missing.delete(metadata.name);
    }
  }
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const files = await repository.listFiles(revision, folder);
  const projects: KubernetesObject[] = [];
  for (const file of files.filter(one => /\.ya?ml$/.test(one.path))) {
    if (file.path !== path && missing.size > 0) {
      const text = (await repository.readFile(revision, file.path))?.toString();
      if (text?.includes('kind: AppProject')) {
        projects.push(
          ...parseManifests(text, file.path).filter(
            ({ kind, metadata }) =>
              kind === 'AppProject' && missing.has(metadata.name),
          ),
        );
      }
    }
  }
  const order = (kind: string) => KINDS.indexOf(kind);
  return [
    ...projects,
    ...manifests.sort((a, b) => order(a.kind) - order(b.kind)),
  ];
}
