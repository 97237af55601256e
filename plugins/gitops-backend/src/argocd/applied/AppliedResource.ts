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

import type { ExternalSecretFacts } from '../../vault/references/externalSecretFacts';
import type { SecretProviderClassFacts } from '../../vault/references/secretProviderClassFacts';
import type { SecretStoreFacts } from '../../vault/references/secretStoreFacts';
import type { VaultAgentFacts } from '../../vault/references/vaultAgentFacts';
import type { IngressRouteFacts } from './projectors/ingressRouteFacts';
import type { MiddlewareFacts } from './projectors/middlewareFacts';
import type { RolloutFacts } from './projectors/rolloutFacts';
import type { ServiceFacts } from './projectors/serviceFacts';
import type { TraefikServiceFacts } from './projectors/traefikServiceFacts';

/** What is kept of each kind that we understand, by kind. */
export interface AppliedFacts {
  ClusterSecretStore: SecretStoreFacts;
  CronJob: VaultAgentFacts;
  DaemonSet: VaultAgentFacts;
  Deployment: VaultAgentFacts;
  ExternalSecret: ExternalSecretFacts;
  IngressRoute: IngressRouteFacts;
  IngressRouteTCP: IngressRouteFacts;
  IngressRouteUDP: IngressRouteFacts;
  Job: VaultAgentFacts;
  Middleware: MiddlewareFacts;
  MiddlewareTCP: MiddlewareFacts;
  Rollout: RolloutFacts & { vaultAgent?: VaultAgentFacts };
  SecretProviderClass: SecretProviderClassFacts;
  SecretStore: SecretStoreFacts;
  Service: ServiceFacts;
  StatefulSet: VaultAgentFacts;
  TraefikService: TraefikServiceFacts;
}

export type AppliedKind = keyof AppliedFacts;

/** What names a resource in the cluster. */
export interface AppliedName {
  /** Empty for the core group. */
  group: string;
  version: string;
  namespace?: string;
  name: string;
}

/** A resource of one kind, as the cluster has it, cut down to what a projector lets through. */
export interface Applied<K extends AppliedKind> extends AppliedName {
  kind: K;
  facts: AppliedFacts[K];
}

/** A resource that Argo CD applied and the cluster has. */
export type AppliedResource = { [K in AppliedKind]: Applied<K> }[AppliedKind];

/** Those of some kinds. */
export function appliedOf<K extends AppliedKind>(
  resources: AppliedResource[],
  ...kinds: K[]
): Extract<AppliedResource, { kind: K }>[] {
  const wanted = new Set<string>(kinds);
  return resources.filter(
    (resource): resource is Extract<AppliedResource, { kind: K }> =>
      wanted.has(resource.kind),
  );
}
