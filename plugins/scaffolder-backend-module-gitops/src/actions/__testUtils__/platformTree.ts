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

import { readdirSync, readFileSync } from 'fs';
import { join, relative, resolve } from 'path';
import { SERVICE_REGISTRIES_FILE } from '@gitops-platform/backstage-plugin-gitops-node';

const ROOT = resolve(__dirname, '../../../../..');

/** What builds of workloads leave behind. */
const OUTPUT = /(^|\/)(node_modules|target|dist|\.terraform)\//;

/** The GitOps repository that this project ships, by path, without the demo's `orders`: the examples make one. */
export function platformTree(): Record<string, string> {
  const tree = join(ROOT, 'gitops-platform');
  const files = Object.fromEntries(
    readdirSync(tree, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .map(file => relative(tree, file))
      .filter(path => !OUTPUT.test(path))
      .filter(path => !/^applications\/[^/]+\/orders\//.test(path))
      .map(path => [path, readFileSync(join(tree, path), 'utf8')]),
  );
  const { orders, ...registries } = JSON.parse(files[SERVICE_REGISTRIES_FILE]);
  return {
    ...files,
    [SERVICE_REGISTRIES_FILE]: `${JSON.stringify(registries, undefined, 2)}\n`,
  };
}
