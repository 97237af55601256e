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

import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import type {
  TraefikRouter,
  TraefikService,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { storedApplication } from '../../__testUtils__/storedApplication';
import type { AppliedResource } from '../../argocd/applied/AppliedResource';
import { projectors } from '../../argocd/applied/projectors';
import type { RoutesInput } from '../answerRoutes';
import type { ServiceBackends } from '../backends/serviceBackends';
import { routeClaimOf } from '../claim/routeClaimOf';
import type { RouteApplication, RouteInstance } from '../routes/RouteFacts';
import type { TraefikSnapshot } from '../store/TraefikSnapshot';
import { TraefikView } from '../store/TraefikView';
import { routerName } from './TraefikStandIn';

export const NOW = Date.parse('2026-06-01T12:00:00Z');
export const NAMESPACE = 'orders-dev';

/** A manifest as a projector leaves it. */
export function applied(
  kind: AppliedResource['kind'],
  name: string,
  spec: JsonObject,
  differs: { namespace?: string; metadata?: JsonObject } = {},
): AppliedResource {
  const { namespace = NAMESPACE, metadata = {} } = differs;
  const projector = projectors.find(one => one.kind === kind);
  const resource = projector?.project(
    { group: projector.group, version: 'v1', namespace, name },
    { metadata, spec },
  );
  if (!resource) {
    throw new Error(`${kind} ${name} is nothing that is kept`);
  }
  return resource;
}

export function ingressRoute(
  match: string,
  differs: { name?: string; spec?: JsonObject; route?: JsonObject } = {},
): AppliedResource {
  const { name = 'orders', spec, route } = differs;
  return applied('IngressRoute', name, {
    entryPoints: ['websecure'],
    routes: [{ match, services: [{ name: 'orders', port: 80 }], ...route }],
    ...spec,
  });
}

export const service = (name = 'orders', spec: JsonObject = {}) =>
  applied('Service', name, { ports: [{ port: 80, name: 'http' }], ...spec });

export function application(
  resources: AppliedResource[] | undefined,
  differs: Partial<RouteApplication> = {},
): RouteApplication {
  return {
    app: storedApplication(),
    environment: 'dev',
    binding: { proved: true, reason: '' },
    applied: resources,
    ...differs,
  };
}

export const backend = (
  alive: number,
  total: number,
  name = 'orders',
): ServiceBackends => ({
  namespace: NAMESPACE,
  name,
  alive,
  total,
  evidence: [`${alive} of ${total}`],
});

export function router(
  match: string,
  differs: Partial<TraefikRouter> & { of?: string; namespace?: string } = {},
): TraefikRouter {
  const { of = 'orders', namespace = NAMESPACE, ...more } = differs;
  const id = `${routerName(namespace, of, match)}@kubernetescrd`;
  return {
    protocol: 'http',
    name: id,
    rule: match,
    entryPoints: ['websecure'],
    service: id,
    middlewares: [],
    priority: String(match.length),
    status: 'enabled',
    errors: [],
    ...more,
  };
}

export function loadBalancer(
  name: string,
  servers: TraefikService['servers'],
  differs: Partial<TraefikService> = {},
): TraefikService {
  return {
    protocol: 'http',
    name,
    kind: 'loadBalancer',
    status: 'enabled',
    errors: [],
    servers,
    services: [],
    ...differs,
  };
}

export function instance(
  snapshot: Partial<TraefikSnapshot> | undefined,
  differs: Partial<Omit<RouteInstance, 'config'>> & {
    config?: Partial<RouteInstance['config']>;
  } = {},
): RouteInstance {
  const { config, ...more } = differs;
  const name = config?.name ?? 'edge';
  return {
    config: { name, tlsEndsBefore: false, ...config },
    status: { name, status: snapshot ? 'ok' : 'error' },
    view:
      snapshot &&
      TraefikView.of([
        {
          version: '3.7.12',
          routers: [],
          services: [],
          middlewares: [],
          entryPoints: [],
          tag: '',
          ...snapshot,
        },
      ]),
    differences: new Map(),
    answeredAt: NOW,
    ...more,
  };
}

export function routesInput(
  differs: Partial<RoutesInput> & { annotations?: Record<string, string> },
): RoutesInput {
  const { annotations, ...more } = differs;
  const entity: Entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'orders', annotations },
  };
  return {
    opened: { entity, entityRef: 'component:default/orders' },
    claim: routeClaimOf(entity),
    applications: [],
    instances: [],
    strict: false,
    mask: {
      value: (name, value) => (/token/i.test(name) ? '••••••' : value),
      text: text => text,
    },
    certificateWarningMs: 14 * 86_400_000,
    now: NOW,
    ...more,
  };
}
