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

import type { Destination } from './Application';
import type { ObjectMeta } from './KubernetesObject';

export interface GroupKind {
  group: string;
  kind: string;
  /** Of resources of the whole cluster, a glob. */
  name?: string;
}

/** When Applications of a project may be synced, or may not. */
export interface SyncWindow {
  /** `allow` or `deny`. */
  kind: string;
  /** Cron, five fields: when it opens. */
  schedule: string;
  /** As Go writes it: `1h30m`. */
  duration: string;
  /** Globs; one that matches is enough, unless `andOperator`. */
  applications?: string[];
  namespaces?: string[];
  clusters?: string[];
  manualSync?: boolean;
  /** UTC where it is absent. */
  timeZone?: string;
  andOperator?: boolean;
  description?: string;
  syncOverrun?: boolean;
}

/** Who may do what in a project, by tokens of that role. */
export interface ProjectRole {
  name: string;
  description?: string;
  /** Lines of `policy.csv` whose subject is `proj:<project>:<role>`. */
  policies?: string[];
  groups?: string[];
}

export interface AppProjectSpec {
  sourceRepos?: string[];
  destinations?: Destination[];
  description?: string;
  clusterResourceWhitelist?: GroupKind[];
  clusterResourceBlacklist?: GroupKind[];
  namespaceResourceWhitelist?: GroupKind[];
  namespaceResourceBlacklist?: GroupKind[];
  syncWindows?: SyncWindow[];
  /** Globs of the namespaces, other than Argo CD's own, whose Applications may use the project. */
  sourceNamespaces?: string[];
  roles?: ProjectRole[];
  [field: string]: unknown;
}

/** An Argo CD AppProject as the API serves it. */
export interface AppProject {
  metadata: ObjectMeta & { namespace: string };
  spec: AppProjectSpec;
  status: Record<string, unknown>;
}
