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

import { UNKNOWN_ENVIRONMENT } from '@gitops-platform/backstage-plugin-gitops-node';
import type { RouteClaim } from '../claim/routeClaimOf';
import { routeKey } from '../store/routeName';
import type { KnownRouter } from '../store/TraefikView';
import { appliedRoutesOf } from './appliedRoutesOf';
import { pairRouters } from './pairRouters';
import type {
  AppliedRoute,
  RouteApplication,
  RouteInstance,
  SelectedRoute,
} from './RouteFacts';
import { servingServices } from './servingServices';
import { hostsOfText } from './shownRule';
import { whyAbsent } from './whyAbsent';

const PROTOCOLS = ['http', 'tcp', 'udp'] as const;

/** The routes that a claim names, or those of the entity's Applications where it names none. */
export function selectRoutes(options: {
  claim: RouteClaim;
  applications: RouteApplication[];
  instances: RouteInstance[];
  now: number;
}): SelectedRoute[] {
  const { claim, applications, instances } = options;
  const applied = applications
    .flatMap(appliedRoutesOf)
    .filter(route => !claim.named || isNamed(route, claim));
  const ofApplications = applied.flatMap(route =>
    selectApplied(route, options),
  );
  const taken = new Set(
    ofApplications.flatMap(({ known }) => known?.router.router ?? []),
  );
  const named = instances.flatMap(instance =>
    namedRouters(claim, instance)
      .filter(({ router }) => !taken.has(router.router))
      .map(({ router, named: resource }) => ({
        known: { instance, router },
        named: resource,
      })),
  );
  return [...ofApplications, ...named];
}

function isNamed(route: AppliedRoute, claim: RouteClaim): boolean {
  const { namespace, name, facts, of } = route;
  const same = (one: { namespace: string; name: string }) =>
    one.namespace === namespace && one.name === name;
  return (
    claim.ingressRoutes.some(same) ||
    facts.rules.some(
      rule =>
        hostsOfText(rule.match).some(host => claim.hosts.includes(host)) ||
        servingServices(rule.services, namespace, of.applied ?? []).some(
          service =>
            claim.services.some(
              one =>
                one.namespace === service.namespace &&
                one.name === service.name,
            ),
        ),
    )
  );
}

/** Every rule of an IngressRoute, on each instance that has a router of it. */
function selectApplied(
  route: AppliedRoute,
  options: {
    applications: RouteApplication[];
    instances: RouteInstance[];
    now: number;
  },
): SelectedRoute[] {
  const serving = options.instances.filter(instance => serves(instance, route));
  const found = serving.flatMap(instance =>
    instance.view ? { instance, ...pairRouters(route, instance.view) } : [],
  );
  const paired = found.flatMap(({ instance, pairs }) =>
    pairs.map(pair => ({ instance, ...pair })),
  );
  const others = found.filter(({ left }) => left.length > 0);
  return route.facts.rules.flatMap((rule, index): SelectedRoute[] => {
    const applied = { route, index, rule };
    const known = paired
      .filter(pair => pair.rule.index === index)
      .flatMap(({ instance, routers }) =>
        routers.map(router => ({ applied, known: { instance, router } })),
      );
    return known.length > 0
      ? known
      : [
          {
            applied,
            absent: whyAbsent(applied, {
              instances: serving,
              namesakes: others.map(({ instance }) => instance),
              applications: options.applications,
              now: options.now,
            }),
          },
        ];
  });
}

/** Whether an instance is one that may have the routes of an Application. */
export function serves(
  { config }: Pick<RouteInstance, 'config'>,
  { of: { app, environment } }: Pick<AppliedRoute, 'of'>,
): boolean {
  const { name, server } = app.destination;
  return (
    (environment === UNKNOWN_ENVIRONMENT ||
      !config.environments ||
      config.environments.includes(environment)) &&
    (!config.clusters ||
      config.clusters.some(cluster => [name, server].includes(cluster)))
  );
}

/** What the annotations name and an instance has, whoever applied it. */
function namedRouters(
  claim: RouteClaim,
  { view }: RouteInstance,
): { router: KnownRouter; named?: { namespace: string; name: string } }[] {
  if (!view) {
    return [];
  }
  const byRoute = claim.ingressRoutes.flatMap(named =>
    PROTOCOLS.flatMap(protocol =>
      view
        .ofRoute(protocol, routeKey(named.namespace, named.name))
        .map(router => ({ router, named })),
    ),
  );
  const others = [
    ...claim.hosts.flatMap(host => view.ofHost(host)),
    ...claim.services.flatMap(({ namespace, name }) =>
      view.ofKubernetesService(namespace, name),
    ),
  ].map(router => ({ router, named: undefined }));
  const once = new Map([...others, ...byRoute].map(one => [one.router, one]));
  return [...once.values()];
}
