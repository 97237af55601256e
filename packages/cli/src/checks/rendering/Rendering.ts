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

import type { AddOn } from '../../addons';
import type { PlatformFile } from '../../platform';
import type { Tree } from '../../tree';
import type { Problem } from '../core/Problem';

/** An Application as Argo CD would have it. @internal */
export interface DeployedApplication {
  name: string;
  /** The file that it, or the ApplicationSet that makes it, stands in. */
  file: string;
  manifest: Record<string, unknown>;
  sources: Record<string, unknown>[];
  project: string;
  /** The destination's name. */
  cluster: string;
  /** The destination's namespace. */
  namespace: string;
  /** Waves of what leads to it, then its own: of two, the one whose first differing wave is less comes earlier. */
  waves: number[];
  /** The add-on that it is a part of. */
  addOn?: AddOn;
  /** Which part of the add-on it is. */
  part?: 'chart' | 'config';
  /** The ApplicationSet that makes it. */
  set?: string;
}

/** A resource that an Application brings. @internal */
export interface Manifest {
  application: DeployedApplication;
  /** The one in the tree that it comes from where that is known, else the folder that was rendered. */
  file: string;
  line?: number;
  value: Record<string, unknown>;
  apiVersion: string;
  /** Empty for the core group. */
  group: string;
  kind: string;
  name: string;
  /** As the manifest says. */
  namespace?: string;
}

/** A third-party chart with the values that a cluster gives it. @internal */
export interface ChartRelease {
  application: DeployedApplication;
  repository: string;
  chart: string;
  version: string;
  releaseName: string;
  values: Record<string, unknown>;
  /** Where the values stand, the last one above. */
  files: string[];
}

/**
 * A platform with one set of features: what is deployed where.
 *
 * @internal
 */
export interface Rendering {
  /** Names the feature set: `platform.yaml`, or a fixture. */
  name: string;
  /** Whether it holds what could be deployed, not what is. */
  isSample: boolean;
  /** With what `platform render` writes for it. */
  tree: Tree;
  platform: PlatformFile;
  addOns: AddOn[];
  applications: DeployedApplication[];
  manifests: Manifest[];
  releases: ChartRelease[];
  /** What could not be rendered. */
  problems: Problem[];
  /** What was left out, and why. */
  notRendered: { what: string; why: string }[];
}
