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

import { appliedOf } from '../../argocd/applied/AppliedResource';
import type {
  RouteApplication,
  RouteInstance,
  RuleOfRoute,
  SelectedRoute,
} from './RouteFacts';
import { servingServices, type KubernetesService } from './servingServices';

/** What an IngressRoute with no ingress class of its own is taken for by default. */
const DEFAULT_CLASS = 'traefik';

/** How long Traefik may take to hear of what was applied, in milliseconds. */
const HEARS_WITHIN_MS = 5_000;

/** Why no instance has a router of a rule that Argo CD applied; Traefik itself only writes it to its log. */
export function whyAbsent(
  applied: RuleOfRoute,
  options: {
    /** Those that may have it. */
    instances: RouteInstance[];
    /** Those that have a router which may be of this IngressRoute, with a rule that it does not have. */
    namesakes: RouteInstance[];
    applications: RouteApplication[];
    now: number;
  },
): NonNullable<SelectedRoute['absent']> {
  const { instances } = options;
  const unknown = whyUnknown(applied, options);
  if (unknown !== undefined) {
    return { status: 'unknown', reason: unknown };
  }
  const names = instances.map(({ config }) => `'${config.name}'`).join(', ');
  const reason =
    whyRefused(applied, options) ??
    'it says why only in its log: look for the name of the IngressRoute there';
  return {
    status: 'missing',
    reason: `Traefik ${names} made no router of it: ${reason}`,
  };
}

function whyUnknown(
  { route }: RuleOfRoute,
  options: {
    instances: RouteInstance[];
    namesakes: RouteInstance[];
    now: number;
  },
): string | undefined {
  const { instances, namesakes, now } = options;
  const all = 'what Argo CD applied is all that is known of it';
  if (instances.length === 0) {
    return `No Traefik is configured that may have it (gitops.traefik.instances): ${all}`;
  }
  const silent = instances.find(({ status }) => status.status !== 'ok');
  if (silent) {
    return `Traefik '${silent.config.name}' cannot be asked now: ${all}`;
  }
  if (namesakes.length > 0) {
    return `Traefik '${namesakes[0].config.name}' has a router by its name with another rule: it was changed a moment ago, or that is another IngressRoute, whose names run together to the same`;
  }
  const appliedAt = Date.parse(route.facts.createdAt ?? '');
  const askedAt = Math.min(
    ...instances.map(({ answeredAt }) => answeredAt ?? now),
  );
  return askedAt < appliedAt + HEARS_WITHIN_MS
    ? 'It was applied a moment ago, and Traefik has not been asked since: it shows in a few seconds'
    : undefined;
}

function whyRefused(
  applied: RuleOfRoute,
  options: { instances: RouteInstance[]; applications: RouteApplication[] },
): string | undefined {
  const { route, rule } = applied;
  const { ingressClass } = route.facts;
  const { instances, applications } = options;
  if (
    rule.match === '' ||
    (rule.match === undefined && route.protocol !== 'udp')
  ) {
    return 'its rule is empty: set match';
  }
  if (ingressClass !== undefined && ingressClass !== DEFAULT_CLASS) {
    return `its ingress class is '${ingressClass}', which this Traefik may not be there for`;
  }
  if (instances.every(({ view }) => !view?.readsIngressRoutes)) {
    return 'it has no router of any IngressRoute: is its Kubernetes provider on, may it read this namespace, and does it ask for an ingress class?';
  }
  const elsewhere = [...rule.services, ...rule.middlewares].find(
    ({ namespace }) => namespace !== undefined && namespace !== route.namespace,
  );
  if (elsewhere) {
    return `it refers to ${elsewhere.namespace}/${elsewhere.name} in another namespace, which Traefik refuses unless allowCrossNamespace is on`;
  }
  const known = [route.of, ...applications];
  return servingServices(
    rule.services,
    route.namespace,
    known.flatMap(({ applied: resources }) => resources ?? []),
  )
    .map(service => whyServiceFails(service, known))
    .find(reason => reason !== undefined);
}

function whyServiceFails(
  { namespace, name, port }: KubernetesService,
  applications: RouteApplication[],
): string | undefined {
  const title = `the Service ${namespace}/${name}`;
  const facts = applications
    .flatMap(({ applied }) => appliedOf(applied ?? [], 'Service'))
    .find(one => one.name === name && one.namespace === namespace)?.facts;
  const backends = applications
    .flatMap(one => one.backends ?? [])
    .find(one => one.name === name && one.namespace === namespace);
  if (!facts && !backends) {
    return `${title} does not exist, or is of no Application of this entity`;
  }
  if (facts?.type === 'ExternalName') {
    return `${title} is an ExternalName, which Traefik refuses unless allowExternalNameServices is on`;
  }
  const ports = facts?.ports.flatMap(one => [one.port, one.name]);
  if (ports && port !== undefined && !ports.includes(port)) {
    return `${title} has no port ${port}`;
  }
  if (backends && backends.alive === 0) {
    return `${title} has no pod that is ready, and Traefik makes no router for it unless allowEmptyServices is on`;
  }
  return undefined;
}
