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

import type { AddOn } from '../addons';
import type { Facts } from '../facts';
import type { PlatformCluster, PlatformFile } from '../platform';
import type { Tree } from '../tree';

/** An add-on in a cluster. */
export interface Placement {
  addOn: AddOn;
  cluster: PlatformCluster;
  facts: Facts;
  /** Whether it has custom resources of ours there, and so a second Application. */
  hasConfig: boolean;
}

/** What render decides from. */
export interface RenderContext {
  tree: Tree;
  platform: PlatformFile;
  /** All of them, whether they are on or not. */
  addOns: AddOn[];
  /** Each add-on in each cluster where it is on, by name and in the order of the clusters. */
  placements: Placement[];
}
