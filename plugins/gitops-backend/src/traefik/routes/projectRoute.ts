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

import type { Route } from '@gitops-platform/backstage-plugin-gitops-common';
import { UNKNOWN_ENVIRONMENT } from '@gitops-platform/backstage-plugin-gitops-node';
import { appliedOf } from '../../argocd/applied/AppliedResource';
import { backendsOf } from './backendsOf';
import { dashboardPageOf } from './dashboardPageOf';
import {
  protocolOf,
  type RouteApplication,
  type SelectedRoute,
} from './RouteFacts';
import { appliedServices, serviceTree, titlesOf } from './serviceTree';
import { nameOf } from './servingServices';
import { hostsOfText, shownRule, type RuleMask } from './shownRule';
import { tlsOf } from './tlsOf';

/** What is shown of a route. */
export function projectRoute(
  selected: SelectedRoute,
  options: { applications: RouteApplication[]; mask: RuleMask },
): Route {
  const { applied, known, absent, named } = selected;
  const { applications, mask } = options;
  const router = known?.router.router;
  const of = applied?.route.of;
  const destination = of?.app.destination;
  const hosts = known?.router.hosts ?? hostsOfText(applied?.rule.match);
  const services = servicesOf(selected, applications);
  const resource = applied?.route ?? named;
  return {
    id: routeId(selected),
    known: known ? 'traefik' : 'applied',
    instance: known?.instance.config.name,
    router: router?.name,
    protocol: protocolOf(selected),
    resource: resource && {
      group: 'traefik.io',
      kind: applied?.route.kind ?? kindOf(selected),
      namespace: resource.namespace,
      name: resource.name,
    },
    application: of && {
      instance: of.app.instance,
      namespace: of.app.namespace,
      name: of.app.name,
    },
    environment: of?.environment ?? UNKNOWN_ENVIRONMENT,
    cluster: destination && (destination.name ?? destination.server ?? ''),
    hosts,
    ...shownRule(router ? router.rule : applied?.rule.match, mask),
    entryPoints: (
      router?.entryPoints ??
      applied?.route.facts.entryPoints ??
      []
    ).map(name => ({
      name,
      address: known?.instance.view?.entryPoints.get(name),
    })),
    status: router?.status ?? absent?.status ?? 'unknown',
    reason: absent?.reason,
    errors: router?.errors ?? [],
    priority: router?.priority ?? priorityOf(applied?.rule.priority),
    tls: tlsOf(selected, hosts),
    middlewares: middlewaresOf(selected, applications),
    services,
    backends: backendsOf(selected, services, applications),
    url:
      router &&
      dashboardPageOf(known?.instance.config.dashboardUrl, {
        protocol: router.protocol,
        name: router.name,
      }),
  };
}

function routeId(selected: SelectedRoute): string {
  const { applied, known } = selected;
  const instance = known?.instance.config.name ?? '';
  const protocol = protocolOf(selected);
  if (applied) {
    const { app } = applied.route.of;
    const { namespace, name } = applied.route;
    const entryPoints = known?.router.router.entryPoints.join('+') ?? '';
    return [
      protocol,
      app.instance,
      namespace,
      name,
      applied.index,
      instance,
      entryPoints,
    ].join('/');
  }
  return [protocol, instance, known?.router.router.name ?? ''].join('/');
}

function kindOf(selected: SelectedRoute): string {
  const suffix = { http: '', tcp: 'TCP', udp: 'UDP' }[protocolOf(selected)];
  return `IngressRoute${suffix}`;
}

/** Without one, Traefik takes the length of the rule. */
function priorityOf(priority: number | undefined): string | undefined {
  return Number.isSafeInteger(priority) && priority !== 0
    ? String(priority)
    : undefined;
}

function servicesOf(
  { applied, known }: SelectedRoute,
  applications: RouteApplication[],
): Route['services'] {
  const resources = applications.flatMap(one => one.applied ?? []);
  if (known) {
    const { router } = known.router;
    const { view } = known.instance;
    const titles = applied
      ? titlesOf(
          applied.rule.services,
          applied.route.namespace,
          resources,
          router.service,
        )
      : new Map<string, string>();
    return router.service && view
      ? [serviceTree(view, router.protocol, { name: router.service }, titles)]
      : [];
  }
  return applied
    ? appliedServices(applied.rule.services, applied.route.namespace, resources)
    : [];
}

function middlewaresOf(
  { applied, known }: SelectedRoute,
  applications: RouteApplication[],
): Route['middlewares'] {
  if (known) {
    const { router } = known.router;
    return router.middlewares.map(name => {
      const { view } = known.instance;
      const found = view?.middleware(router.protocol, name);
      const absent = view?.tellsMiddlewares ? 'missing' : 'unknown';
      return { name, type: found?.type, status: found?.status ?? absent };
    });
  }
  const defined = applications.flatMap(one =>
    appliedOf(one.applied ?? [], 'Middleware', 'MiddlewareTCP'),
  );
  return (applied?.rule.middlewares ?? []).map(ref => {
    const middleware = nameOf(ref, applied?.route.namespace ?? '');
    return {
      name: `${middleware.namespace}/${middleware.name}`,
      type: defined.find(
        one =>
          one.name === middleware.name &&
          one.namespace === middleware.namespace,
      )?.facts.type,
      status: 'unknown' as const,
    };
  });
}
