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
  TraefikCertificate,
  TraefikMiddleware,
  TraefikProtocol,
  TraefikRouter,
  TraefikService,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { hostsOf } from '../rule/hostsOf';
import { parseRule } from '../rule/parseRule';
import type { Rule } from '../rule/Rule';
import { normalise, routeNamesOf } from './routeName';
import type { TraefikSnapshot } from './TraefikSnapshot';

/** A router with what its rule says. */
export interface KnownRouter {
  router: TraefikRouter;
  rule?: Rule;
  hosts: string[];
  /** The IngressRoutes that it may be of. */
  routeKeys: string[];
}

/** Rules and names are taken apart once, for as long as the router or service is the same. */
const knownRouters = new WeakMap<TraefikRouter, KnownRouter>();
const knownLeaves = new WeakMap<TraefikService, string>();

/**
 * What an instance knows, all its replicas taken together: routers by IngressRoute, host and service. Nothing in it
 * changes; where something does, there is a new one.
 */
export class TraefikView {
  readonly version: string | undefined;
  /** Absent where no replica's version tells. */
  readonly certificates: TraefikCertificate[] | undefined;
  readonly entryPoints: ReadonlyMap<string, string | undefined>;
  /** Whether it makes routers of IngressRoutes at all. */
  readonly readsIngressRoutes: boolean;
  /** Whether it tells of its middlewares. */
  readonly tellsMiddlewares: boolean;
  readonly #routers = new Map<string, KnownRouter>();
  readonly #services = new Map<string, TraefikService>();
  readonly #middlewares = new Map<string, TraefikMiddleware>();
  readonly #byRoute = new Map<string, KnownRouter[]>();
  readonly #byHost = new Map<string, KnownRouter[]>();
  /** The services that a service is part of. */
  readonly #parents = new Map<string, string[]>();
  readonly #byService = new Map<string, KnownRouter[]>();
  /** Services of Kubernetes, by the name that Traefik makes of theirs without the port. */
  readonly #leaves = new Map<string, string[]>();

  static of(snapshots: TraefikSnapshot[]): TraefikView {
    // Replicas that agree say nothing twice.
    return new TraefikView([
      ...new Map(snapshots.map(one => [one.tag, one])).values(),
    ]);
  }

  private constructor(snapshots: TraefikSnapshot[]) {
    this.version = snapshots[0]?.version;
    const told = snapshots.flatMap(({ certificates }) => certificates ?? []);
    this.certificates = snapshots.some(({ certificates }) => certificates)
      ? [...new Map(told.map(one => [JSON.stringify(one), one])).values()]
      : undefined;
    this.tellsMiddlewares = snapshots.some(({ middlewares }) => middlewares);
    this.entryPoints = new Map(
      snapshots.flatMap(({ entryPoints }) =>
        entryPoints.map(({ name, address }) => [name, address] as const),
      ),
    );
    for (const { routers, services, middlewares } of snapshots) {
      services.forEach(one => setOnce(this.#services, idOf(one), one));
      middlewares?.forEach(one => setOnce(this.#middlewares, idOf(one), one));
      routers.forEach(one => setOnce(this.#routers, idOf(one), knownOf(one)));
    }
    this.#routers.forEach(known => this.#indexRouter(known));
    this.#services.forEach(service => this.#indexService(service));
    this.readsIngressRoutes = this.#byRoute.size > 0;
  }

  /** The routers of an IngressRoute, or of one whose names run together to the same. */
  ofRoute(protocol: TraefikProtocol, key: string): KnownRouter[] {
    return this.#byRoute.get(`${protocol} ${key}`) ?? [];
  }

  ofHost(host: string): KnownRouter[] {
    return this.#byHost.get(host.toLowerCase()) ?? [];
  }

  /** The routers whose services show the name of a Service of Kubernetes, which those of a single one do not. */
  ofKubernetesService(namespace: string, name: string): KnownRouter[] {
    const leaves = this.#leaves.get(normalise(`${namespace}-${name}`)) ?? [];
    const services = new Set(leaves);
    for (const id of services) {
      this.#parents.get(id)?.forEach(parent => services.add(parent));
    }
    return [
      ...new Set([...services].flatMap(id => this.#byService.get(id) ?? [])),
    ];
  }

  router(protocol: TraefikProtocol, name: string): KnownRouter | undefined {
    return this.#routers.get(`${protocol} ${name}`);
  }

  service(protocol: TraefikProtocol, name: string): TraefikService | undefined {
    return this.#services.get(`${protocol} ${name}`);
  }

  middleware(
    protocol: TraefikProtocol,
    name: string,
  ): TraefikMiddleware | undefined {
    return this.#middlewares.get(`${protocol} ${name}`);
  }

  #indexRouter(known: KnownRouter): void {
    const { router, hosts, routeKeys } = known;
    routeKeys.forEach(key =>
      push(this.#byRoute, `${router.protocol} ${key}`, known),
    );
    hosts.forEach(host => push(this.#byHost, host, known));
    if (router.service) {
      push(this.#byService, `${router.protocol} ${router.service}`, known);
    }
  }

  #indexService(service: TraefikService): void {
    const { protocol } = service;
    push(this.#leaves, leafOf(service), idOf(service));
    for (const part of service.services) {
      push(this.#parents, `${protocol} ${part.name}`, idOf(service));
    }
  }
}

/**
 * The Service of Kubernetes that a name shows: `<namespace>-<Service>-<port>`, or with safe naming
 * `…_<namespace>_<Service>_<port>`. A router's only service is named like the router, and says nothing.
 */
function leafOf(service: TraefikService): string {
  const known = knownLeaves.get(service);
  if (known !== undefined) {
    return known;
  }
  const name = service.name.replace(/@[^@]*$/, '');
  const safe = name.split('_');
  const leaf =
    safe.length > 3
      ? safe.slice(-3, -1).join('-')
      : name.replace(/-[^-]+$/, '');
  const key = normalise(leaf);
  knownLeaves.set(service, key);
  return key;
}

function idOf({ protocol, name }: { protocol: string; name: string }): string {
  return `${protocol} ${name}`;
}

function knownOf(router: TraefikRouter): KnownRouter {
  const known = knownRouters.get(router);
  if (known) {
    return known;
  }
  const rule = parseRule(router.rule ?? '');
  const made = {
    router,
    rule,
    hosts: rule ? hostsOf(rule) : [],
    routeKeys: routeNamesOf(router).map(({ key }) => key),
  };
  knownRouters.set(router, made);
  return made;
}

function setOnce<T>(map: Map<string, T>, key: string, value: T): void {
  if (!map.has(key)) {
    map.set(key, value);
  }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const values = map.get(key);
  if (values) {
    values.push(value);
  } else {
    map.set(key, [value]);
  }
}
