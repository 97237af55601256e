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

import { PLATFORM_FILE } from '@gitops-platform/backstage-plugin-gitops-node';
import { readAddOns } from '../addons';
import { factsOf } from '../facts';
import { readPlatformFile } from '../platform';
import type { Tree } from '../tree';
import type { KnownCluster } from './ExpandedTree';

/** The clusters of a tree, as if Terraform had annotated each with everything that add-ons take over from it. */
export function knownClusters(tree: Tree): KnownCluster[] {
  const platform = readPlatformFile(tree.get(PLATFORM_FILE) ?? '');
  const annotations = Object.fromEntries(
    readAddOns(tree)
      .flatMap(({ handOff }) => Object.values(handOff))
      .map(annotation => [annotation, `from-terraform-${annotation}`]),
  );
  return platform.clusters.map(cluster => ({
    name: cluster.name,
    server: String(
      factsOf(platform, cluster).get('cluster.server') ?? cluster.name,
    ),
    labels: {
      'argocd.argoproj.io/secret-type': 'cluster',
      ...(cluster.terraform ? { environment: cluster.terraform } : {}),
    },
    annotations,
  }));
}
