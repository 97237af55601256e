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

import type { ObjectMeta } from './KubernetesObject';

export interface HelmSource {
  releaseName?: string;
  namespace?: string;
  kubeVersion?: string;
  apiVersions?: string[];
  version?: string;
  valueFiles?: string[];
  values?: string;
  valuesObject?: unknown;
  parameters?: { name?: string; value?: string; forceString?: boolean }[];
  fileParameters?: { name?: string; path?: string }[];
  ignoreMissingValueFiles?: boolean;
  skipCrds?: boolean;
  skipTests?: boolean;
  skipSchemaValidation?: boolean;
  passCredentials?: boolean;
}

/** One source of an Application. */
export interface ApplicationSource {
  repoURL: string;
  path?: string;
  targetRevision?: string;
  helm?: HelmSource;
  kustomize?: Record<string, unknown>;
  directory?: {
    recurse?: boolean;
    include?: string;
    exclude?: string;
    jsonnet?: Record<string, unknown>;
  };
  plugin?: Record<string, unknown>;
  chart?: string;
  ref?: string;
  name?: string;
}

export interface Destination {
  server?: string;
  name?: string;
  namespace?: string;
}

export interface RetryStrategy {
  limit?: number;
  backoff?: Record<string, unknown>;
  refresh?: boolean;
}

export interface SyncPolicy {
  automated?: {
    enabled?: boolean;
    prune?: boolean;
    selfHeal?: boolean;
    allowEmpty?: boolean;
  } | null;
  syncOptions?: string[];
  retry?: RetryStrategy;
}

export interface ApplicationSpec {
  source?: ApplicationSource;
  sources?: ApplicationSource[];
  destination: Destination;
  project: string;
  syncPolicy?: SyncPolicy;
  ignoreDifferences?: unknown[];
  info?: unknown[];
  revisionHistoryLimit?: number;
  sourceHydrator?: unknown;
}

export type SyncCode = 'Synced' | 'OutOfSync' | 'Unknown';

export type HealthCode =
  | 'Healthy'
  | 'Suspended'
  | 'Progressing'
  | 'Missing'
  | 'Degraded'
  | 'Unknown';

export interface ResourceHealth {
  status: HealthCode;
  message?: string;
}

/** A resource of an Application as its status lists it. */
export interface ResourceStatus {
  group?: string;
  version?: string;
  kind: string;
  namespace?: string;
  name: string;
  status?: SyncCode;
  health?: ResourceHealth;
  hook?: boolean;
  requiresPruning?: boolean;
  syncWave?: number;
}

export type OperationPhase =
  | 'Running'
  | 'Terminating'
  | 'Failed'
  | 'Error'
  | 'Succeeded';

/** What a sync is limited to. */
export interface SyncResource {
  group?: string;
  kind: string;
  name: string;
  namespace?: string;
  exclude?: boolean;
}

export interface SyncOperation {
  revision?: string;
  prune?: boolean;
  dryRun?: boolean;
  syncStrategy?: {
    apply?: { force?: boolean };
    hook?: { force?: boolean };
  };
  resources?: SyncResource[];
  source?: ApplicationSource;
  syncOptions?: string[];
  sources?: ApplicationSource[];
  revisions?: string[];
  autoHealAttemptsCount?: number;
}

export interface OperationInitiator {
  username?: string;
  automated?: boolean;
}

export interface Operation {
  sync: SyncOperation;
  initiatedBy: OperationInitiator;
  info?: { name: string; value: string }[];
  retry: RetryStrategy;
}

export type ResultCode = 'Synced' | 'SyncFailed' | 'Pruned' | 'PruneSkipped';

/** What a sync did to a resource. */
export interface ResourceResult {
  group: string;
  version: string;
  kind: string;
  namespace: string;
  name: string;
  status?: ResultCode;
  message?: string;
  hookType?: string;
  hookPhase?: OperationPhase;
  syncPhase?: 'PreSync' | 'Sync' | 'PostSync';
  images?: string[];
}

export interface SyncResult {
  resources?: ResourceResult[];
  revision: string;
  source: ApplicationSource;
  sources?: ApplicationSource[];
  revisions?: string[];
}

export interface OperationState {
  operation: Operation;
  phase: OperationPhase;
  message?: string;
  syncResult?: SyncResult;
  startedAt: string;
  finishedAt?: string;
  retryCount?: number;
}

/** A deployment of the past; a multi-source Application has `sources` and `revisions`. */
export interface RevisionHistory {
  revision?: string;
  deployedAt: string;
  id: number;
  source: ApplicationSource;
  deployStartedAt?: string;
  sources?: ApplicationSource[];
  revisions?: string[];
  initiatedBy: OperationInitiator;
}

export interface ApplicationCondition {
  type: string;
  message: string;
  lastTransitionTime?: string;
}

export interface SyncStatus {
  status: SyncCode | '';
  comparedTo: {
    source: ApplicationSource;
    destination: Destination;
    sources?: ApplicationSource[];
  };
  revision?: string;
  revisions?: string[];
}

export type SourceType = 'Helm' | 'Kustomize' | 'Directory' | 'Plugin' | '';

export interface ApplicationSummary {
  externalURLs?: string[];
  images?: string[];
  isAppOfApps?: boolean;
}

export interface ApplicationStatus {
  resources?: ResourceStatus[];
  sync: SyncStatus;
  health: { status?: HealthCode; lastTransitionTime?: string };
  history?: RevisionHistory[];
  conditions?: ApplicationCondition[];
  reconciledAt?: string;
  operationState?: OperationState;
  sourceType?: SourceType;
  summary: ApplicationSummary;
  resourceHealthSource?: string;
  sourceTypes?: SourceType[];
  controllerNamespace?: string;
  sourceHydrator: Record<string, unknown>;
}

/** An Argo CD Application as the API serves it (without `apiVersion` and `kind`). */
export interface Application {
  metadata: ObjectMeta & { namespace: string };
  spec: ApplicationSpec;
  status: ApplicationStatus;
  operation?: Operation;
}
