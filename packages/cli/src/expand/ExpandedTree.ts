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

import type { JsonObject } from '@backstage/types';
import type { Manifest } from './readManifests';

/**
 * A cluster as Argo CD knows it: its name, and what its Secret says.
 * @public
 */
export interface KnownCluster {
  name: string;
  server: string;
  labels: Readonly<Record<string, string>>;
  annotations: Readonly<Record<string, string>>;
}

/**
 * An Application that Argo CD would have, and where it comes from.
 * @public
 */
export interface ExpandedApplication {
  name: string;
  project: string;
  /** One or more, as the manifest has them. */
  sources: JsonObject[];
  destination: { name?: string; server?: string; namespace?: string };
  /**
   * The waves that lead to it, from the root Application's own: that of each ancestor, then its own. Of two Applications,
   * the one whose first differing wave is less comes earlier.
   */
  waves: number[];
  /** The file that holds it, or the ApplicationSet that makes it. */
  file: string;
  applicationSet?: string;
  /** The Application that brings it; absent for the root Application. */
  parent?: string;
  manifest: Manifest;
}

/**
 * What Argo CD makes of a rendered tree.
 * @public
 */
export interface ExpandedTree {
  applications: ExpandedApplication[];
  projects: { name: string; file: string; manifest: Manifest }[];
  applicationSets: { name: string; file: string; manifest: Manifest }[];
  /** What cannot be expanded: `file: why`. */
  problems: string[];
}
