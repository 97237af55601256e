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

/**
 * What names an Application within an instance. Argo CD tells "missing" from "forbidden" only where the project
 * is given, too.
 * @public
 */
export interface ArgoApplicationKey {
  namespace: string;
  name: string;
  project: string;
}

/**
 * @public
 */
export type ArgoSyncStatus = 'Synced' | 'OutOfSync' | 'Unknown';

/**
 * @public
 */
export type ArgoHealthStatus =
  | 'Healthy'
  | 'Progressing'
  | 'Degraded'
  | 'Suspended'
  | 'Missing'
  | 'Unknown';

/**
 * Where manifests come from.
 * @public
 */
export interface ArgoSource {
  repoUrl: string;
  path?: string;
  chart?: string;
  targetRevision?: string;
  /** The name by which other sources refer to this one's files. */
  ref?: string;
}

/**
 * A deployment that Argo CD remembers.
 * @public
 */
export interface ArgoHistoryEntry {
  id: number;
  deployedAt: string;
  startedAt?: string;
  /** A username, or `automated`. */
  initiatedBy?: string;
  /** One per source. */
  revisions: string[];
  sources: ArgoSource[];
}

/**
 * The latest operation, which may still run.
 * @public
 */
export interface ArgoOperation {
  phase: 'Running' | 'Terminating' | 'Failed' | 'Error' | 'Succeeded';
  /** At most 300 characters. */
  message?: string;
  startedAt?: string;
  finishedAt?: string;
  /** A username, or `automated`. */
  initiatedBy?: string;
  /** The person that the portal asked it for, as an entity reference: a note in the operation, not a proof. */
  requestedBy?: string;
  /** Whether it only tried. */
  dryRun?: boolean;
  /** What was synced, one per source. */
  revisions: string[];
}

/**
 * What made an Application: an ApplicationSet, or an Application that it is one of the resources of.
 * @public
 */
export interface ArgoParent {
  kind: 'Application' | 'ApplicationSet';
  name: string;
  /** Absent for an Application in Argo CD's own namespace. */
  namespace?: string;
}

/**
 * @public
 */
export interface ArgoCondition {
  type: string;
  /** At most 300 characters. */
  message: string;
  since?: string;
}

/**
 * An Argo CD Application, normalised and cut down to what we show. Times are ISO 8601.
 * @public
 */
export interface ArgoApplication extends ArgoApplicationKey {
  uid?: string;
  resourceVersion?: string;
  createdAt?: string;
  /** Where it is certain. */
  parent?: ArgoParent;
  labels: Record<string, string>;
  /** Only `backstage.io/entity-ref` and `argocd.argoproj.io/tracking-id`. */
  annotations: Record<string, string>;
  destination: { name?: string; server?: string; namespace?: string };
  /** One or more, also where the Application has a single `source`. */
  sources: ArgoSource[];
  autoSync: boolean;
  sync: ArgoSyncStatus;
  /** What the target revisions resolve to, one per source. */
  revisions: string[];
  health: ArgoHealthStatus;
  healthMessage?: string;
  /** When Argo CD says that the health last changed. */
  healthTransitionAt?: string;
  images: string[];
  externalUrls: string[];
  conditions: ArgoCondition[];
  operation?: ArgoOperation;
  /** Newest first, at most ten. */
  history: ArgoHistoryEntry[];
  reconciledAt?: string;
  /** Whether it is being deleted. */
  deleting: boolean;
}
