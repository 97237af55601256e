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

import { posix } from 'node:path';
import type { BareRepository } from '../../git';
import type { ApplicationSource, SourceType } from '../types';
import { RenderError } from './RenderError';

/** What a source is made of at a revision. */
export interface SourceInspection {
  type: SourceType;
  /** Ids of the git objects that the manifests are made from: while these stay, so do the manifests. */
  inputs: string[];
}

const KUSTOMIZATIONS = [
  'kustomization.yaml',
  'kustomization.yml',
  'Kustomization',
];

/** The path of a source without decoration; the root of a repository is the empty text. */
export function sourcePath(source: ApplicationSource): string {
  const path = posix.normalize(source.path ?? '').replace(/^\/+|\/+$/g, '');
  if (path === '..' || path.startsWith('../')) {
    throw new RenderError(`${source.path}: app path is outside root`);
  }
  return path === '.' ? '' : path;
}

/** The ids of paths at a revision, `undefined` for what is not there. */
export async function objectIds(
  repository: BareRepository,
  revision: string,
  paths: string[],
): Promise<(string | undefined)[]> {
  const output = await repository.run(['cat-file', '--batch-check'], {
    input: paths.map(path => `${revision}:${path}\n`).join(''),
  });
  const lines = output.toString('utf8').trimEnd().split('\n');
  return lines.map(line => /^([0-9a-f]{40}) /.exec(line)?.[1]);
}

function explicitType(source: ApplicationSource): SourceType | undefined {
  const types: [unknown, SourceType][] = [
    [source.helm, 'Helm'],
    [source.kustomize, 'Kustomize'],
    [source.directory, 'Directory'],
    [source.plugin, 'Plugin'],
  ];
  const given = types.filter(([options]) => options !== undefined);
  if (given.length > 1) {
    throw new RenderError(
      `multiple application sources defined: ${given
        .map(([, type]) => type)
        .join(',')}`,
    );
  }
  return given[0]?.[1];
}

/** Finds out how a source is to be rendered. Throws `RenderError` where its path is not in the repository. */
export async function inspectSource(
  repository: BareRepository,
  revision: string,
  source: ApplicationSource,
): Promise<SourceInspection> {
  const path = sourcePath(source);
  const below = (name: string) => (path ? `${path}/${name}` : name);
  const [root, tree, chart, ...kustomizations] = await objectIds(
    repository,
    revision,
    ['', path, below('Chart.yaml'), ...KUSTOMIZATIONS.map(below)],
  );
  if (!root || !tree) {
    throw new RenderError(`${source.path}: app path does not exist`);
  }
  const found = kustomizations.some(Boolean) ? 'Kustomize' : 'Directory';
  const type = explicitType(source) ?? (chart ? 'Helm' : found);
  // A kustomization may reach for anything in its repository.
  return { type, inputs: [type === 'Kustomize' ? root : tree] };
}
