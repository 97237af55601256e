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
import { NotFoundError } from '@backstage/errors';
import { collectedFiles } from '../../expand/collectedFiles';
import type { Tree } from '../../tree';
import type { Tools } from '../tools';
import { isRecord, listAt, textAt } from '../yaml';
import { digestOf } from './digestOf';
import { kustomizationFolders, kustomizationOf } from './kustomizationFolders';
import type { DeployedApplication } from './Rendering';

/** What our own charts are rendered for. */
const KUBERNETES = 'v1.35.0';

/** Text of manifests, and where their sources stand. @internal */
export interface RenderedText {
  text: string;
  file: string;
  folders: string[];
}

/** What it takes to render. @internal */
export interface RenderOptions {
  tree: Tree;
  /** Where the tree lies on disk. */
  root: string;
  repository: string;
  tools: Tools;
  /** What was rendered before, of files that are the same. */
  cache: Map<string, Promise<string>>;
}

/**
 * Renders one source of an Application as Argo CD would: a kustomization, a chart of this repository, or plain files.
 * Rejects with what the tool said.
 *
 * @internal
 */
export async function renderSource(
  application: DeployedApplication,
  source: Record<string, unknown>,
  options: RenderOptions,
): Promise<RenderedText[]> {
  const { tree, repository } = options;
  const folder = (textAt(source, 'path') ?? '').replace(/\/+$/, '');
  if (kustomizationOf(tree, folder)) {
    return [await renderKustomization(folder, options)];
  }
  if (tree.has(`${folder}/Chart.yaml`)) {
    return [await renderChart(application, folder, source, options)];
  }
  const files = collectedFiles(
    tree,
    { directory: {}, ...jsonOf(source) },
    repository,
  );
  if (files.length === 0 && !isRecord(source.directory)) {
    throw new NotFoundError(
      `${folder} is neither a kustomization nor a chart, and has no manifests`,
    );
  }
  return files.map(file => ({
    text: tree.get(file) ?? '',
    file,
    folders: [path.posix.dirname(file)],
  }));
}

async function renderKustomization(
  folder: string,
  { tree, root, tools, cache }: RenderOptions,
): Promise<RenderedText> {
  const folders = kustomizationFolders(tree, folder);
  const text = await cached(
    cache,
    digestOf(tree, folders, 'kustomize', folder),
    () => succeed(tools, 'kustomize', ['build', path.join(root, folder)]),
  );
  // A manifest of a base is found under the add-on, wherever below it stands.
  const addOns = folders.flatMap(
    one => /^(infrastructure|workloads)\/[^/]+/.exec(one)?.[0] ?? [],
  );
  return {
    text,
    file: kustomizationOf(tree, folder) ?? folder,
    folders: [...folders, ...new Set(addOns)],
  };
}

async function renderChart(
  { name, namespace }: DeployedApplication,
  folder: string,
  source: Record<string, unknown>,
  { tree, root, tools, cache }: RenderOptions,
): Promise<RenderedText> {
  const release = textAt(source, 'helm', 'releaseName') ?? name;
  const files = listAt(source, 'helm', 'valueFiles').map(file => {
    const given = String(file);
    return /^\/|^\$[^/]+\//.test(given)
      ? given.slice(given.indexOf('/') + 1)
      : path.posix.join(folder, given);
  });
  const parameters = listAt(source, 'helm', 'parameters').flatMap(parameter => [
    '--set',
    `${textAt(parameter, 'name')}=${textAt(parameter, 'value')}`,
  ]);
  const values = isRecord(source.helm) ? source.helm.valuesObject : undefined;
  const args = [
    'template',
    '--namespace',
    namespace,
    '--kube-version',
    KUBERNETES,
    '--include-crds',
    ...files.flatMap(file => ['--values', path.join(root, file)]),
    ...(values ? ['--values', '-'] : []),
    ...parameters,
    // A release is called as some file says, and is no option in any case.
    '--',
    release,
    path.join(root, folder),
  ];
  const input = values ? JSON.stringify(values) : '';
  const key = digestOf(
    tree,
    [folder],
    ...['helm', release, namespace, input, ...parameters],
    ...files.map(file => tree.get(file) ?? ''),
  );
  const text = await cached(cache, key, () =>
    succeed(tools, 'helm', args, input),
  );
  return { text, file: files[files.length - 1] ?? folder, folders: [folder] };
}

function cached(
  cache: Map<string, Promise<string>>,
  key: string,
  make: () => Promise<string>,
): Promise<string> {
  const known = cache.get(key) ?? make();
  cache.set(key, known);
  return known;
}

/** What a tool prints. Rejects with what it says went wrong. @internal */
export async function succeed(
  tools: Tools,
  name: string,
  args: string[],
  input?: string,
): Promise<string> {
  const answer = await tools.run(name, args, { input, timeout: 120_000 });
  if (answer.code !== 0) {
    throw new Error(`${name}: ${answer.stderr.trim().slice(0, 800)}`);
  }
  return answer.stdout;
}

function jsonOf(source: Record<string, unknown>) {
  return JSON.parse(JSON.stringify(source));
}
