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

import {
  PLATFORM_FILE,
  readPlatform,
} from '@gitops-platform/backstage-plugin-gitops-node';
import type { Tree } from '../tree';
import type { ExpandedTree, KnownCluster } from './ExpandedTree';
import { knownClusters } from './knownClusters';
import { TreeExpansion } from './TreeExpansion';

const ROOT = 'bootstrap/root.yaml';

/**
 * Everything that Argo CD makes of a rendered tree, beginning with the root Application: projects, collectors,
 * ApplicationSets and what these make, workloads and services. Nothing outside of the tree is looked at.
 *
 * What cannot be expanded is a problem of the answer. Throws an `InputError` where `platform.yaml` cannot be read.
 * @public
 */
export function expandTree(
  tree: Tree,
  options: { clusters?: KnownCluster[] } = {},
): ExpandedTree {
  const { repository } = readPlatform(tree.get(PLATFORM_FILE) ?? '');
  const expansion = TreeExpansion.create({
    tree,
    repository: repository.url,
    clusters: options.clusters ?? knownClusters(tree),
  });
  expansion.readFile(ROOT);
  return expansion.result;
}
