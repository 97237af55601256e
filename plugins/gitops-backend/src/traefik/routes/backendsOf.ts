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

import type {
  RouteBackends,
  RouteService,
} from '@gitops-platform/backstage-plugin-gitops-common';
import type { ServiceBackends } from '../backends/serviceBackends';
import type { RouteApplication, SelectedRoute } from './RouteFacts';
import { servingServices } from './servingServices';

/**
 * Whether anything answers: the pods of the Services, as Argo CD's tree has them, with what Traefik believes as
 * evidence; what it believes alone where the tree does not tell. A mesh hides pods behind one address that is always up.
 */
export function backendsOf(
  { applied, known }: SelectedRoute,
  services: RouteService[],
  applications: RouteApplication[],
): RouteBackends | undefined {
  const believed = known && believedOf(known.instance.config.name, services);
  const counted = applied && countedOf(applied, applications);
  if (!counted) {
    return believed;
  }
  return {
    alive: sum(counted.map(({ alive }) => alive)),
    total: sum(counted.map(({ total }) => total)),
    source: 'argocd',
    evidence: [
      ...counted.flatMap(({ evidence }) => evidence),
      ...(believed?.evidence ?? []),
    ],
  };
}

/** `undefined` unless Argo CD tells of every Service that answers. */
function countedOf(
  { route, rule }: NonNullable<SelectedRoute['applied']>,
  applications: RouteApplication[],
): ServiceBackends[] | undefined {
  const { server, name } = route.of.app.destination;
  const nearby = applications.filter(
    ({ app }) =>
      app.instance === route.of.app.instance &&
      app.destination.server === server &&
      app.destination.name === name,
  );
  const services = servingServices(
    rule.services,
    route.namespace,
    nearby.flatMap(one => one.applied ?? []),
  );
  const counted = services.map(service =>
    nearby
      .flatMap(one => one.backends ?? [])
      .find(
        one => one.namespace === service.namespace && one.name === service.name,
      ),
  );
  const known = counted.filter(one => one !== undefined);
  return known.length > 0 && known.length === counted.length
    ? [...new Set(known)]
    : undefined;
}

function believedOf(
  instance: string,
  services: RouteService[],
): RouteBackends | undefined {
  if (services.every(service => !tellsOfServers(service))) {
    return undefined;
  }
  const servers = services.flatMap(answering);
  const usable = servers.filter(({ status }) => status !== 'down');
  return {
    alive: usable.length,
    total: servers.length,
    source: 'traefik',
    evidence: [
      servers.length > 0
        ? `Traefik '${instance}': ${usable.length} of ${servers.length} servers are up`
        : `Traefik '${instance}': the service has no server`,
    ],
  };
}

function tellsOfServers({ kind, services }: RouteService): boolean {
  return kind === 'loadBalancer' || services.some(tellsOfServers);
}

/** Of mirrors, and of what has no weight, nobody gets an answer. */
function answering(service: RouteService): RouteService['servers'] {
  const { kind, services, servers } = service;
  const parts = kind === 'mirroring' ? services.slice(0, 1) : services;
  return [
    ...servers,
    ...parts.filter(({ weight }) => weight !== 0).flatMap(answering),
  ];
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
