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

import type { TraefikProtocol } from '@gitops-platform/backstage-plugin-gitops-node';
import { appliedOf } from '../../argocd/applied/AppliedResource';
import type { AppliedRoute, RouteApplication } from './RouteFacts';

const PROTOCOLS: Record<AppliedRoute['kind'], TraefikProtocol> = {
  IngressRoute: 'http',
  IngressRouteTCP: 'tcp',
  IngressRouteUDP: 'udp',
};

/** The IngressRoutes that Argo CD applied for an Application. */
export function appliedRoutesOf(of: RouteApplication): AppliedRoute[] {
  return appliedOf(
    of.applied ?? [],
    'IngressRoute',
    'IngressRouteTCP',
    'IngressRouteUDP',
  ).map(({ kind, namespace, name, facts }) => ({
    of,
    kind,
    protocol: PROTOCOLS[kind],
    namespace: namespace ?? of.app.destination.namespace ?? 'default',
    name,
    facts,
  }));
}
