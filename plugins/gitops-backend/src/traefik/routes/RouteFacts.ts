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

import type { UpstreamStatus } from '@gitops-platform/backstage-plugin-gitops-common';
import type {
  TraefikInstanceConfig,
  TraefikProtocol,
} from '@gitops-platform/backstage-plugin-gitops-node';
import type {
  AppliedResource,
  AppliedFacts,
} from '../../argocd/applied/AppliedResource';
import type { AppliedRule } from '../../argocd/applied/projectors/ingressRouteFacts';
import type { StoredApplication } from '../../argocd/store';
import type { ServiceBackends } from '../backends/serviceBackends';
import type { Differences } from '../store/Disagreements';
import type { KnownRouter, TraefikView } from '../store/TraefikView';

/** An Application that the entity claims, with what Argo CD says of it. */
export interface RouteApplication {
  app: StoredApplication;
  environment: string;
  /** Whether the claim is proved, and what is to be done where it is not. */
  binding: { proved: boolean; reason: string };
  /** Absent where Argo CD has not said. */
  applied?: AppliedResource[];
  /** Its Services with their pods; absent where Argo CD has not said. */
  backends?: ServiceBackends[];
}

/** A Traefik that may have the entity's routes. */
export interface RouteInstance {
  config: Pick<
    TraefikInstanceConfig,
    'name' | 'dashboardUrl' | 'tlsEndsBefore' | 'environments' | 'clusters'
  >;
  status: UpstreamStatus;
  /** Absent until one of its replicas has answered. */
  view?: TraefikView;
  differences: Differences;
  /** Milliseconds since the epoch. */
  answeredAt?: number;
}

/** An IngressRoute that Argo CD applied. */
export interface AppliedRoute {
  of: RouteApplication;
  kind: 'IngressRoute' | 'IngressRouteTCP' | 'IngressRouteUDP';
  protocol: TraefikProtocol;
  namespace: string;
  name: string;
  facts: AppliedFacts['IngressRoute'];
}

/** One rule of an IngressRoute that Argo CD applied. */
export interface RuleOfRoute {
  route: AppliedRoute;
  index: number;
  rule: AppliedRule;
}

/** A route of the entity: as Traefik has it, as Argo CD applied it, or both. */
export interface SelectedRoute {
  applied?: RuleOfRoute;
  known?: { instance: RouteInstance; router: KnownRouter };
  /** Why Traefik does not have it, or why nobody can say. */
  absent?: { status: 'missing' | 'unknown'; reason: string };
  /** The IngressRoute that it is of, where that is known. */
  named?: { namespace: string; name: string };
}

export function protocolOf(route: SelectedRoute): TraefikProtocol {
  return (
    route.known?.router.router.protocol ??
    route.applied?.route.protocol ??
    'http'
  );
}
