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

import type { ClusterView } from './ClusterView';
import type { Section, Service } from './Configuration';
import { normalize, PROVIDER, qualify } from './names';
import { type ServiceRef, traefikServiceSpec } from './routeShapes';
import { httpServers, LoadError } from './servers';

/** How a reference is called; a Kubernetes Service also by its port. */
function nameOf(namespace: string, ref: ServiceRef, withPort: boolean): string {
  const at = ref.namespace ?? namespace;
  if (withPort && ref.port !== undefined) {
    return normalize(`${at}-${ref.name}-${ref.port}`);
  }
  const [name, provider] = ref.name.split('@');
  if (provider === undefined) {
    return normalize(`${at}-${ref.name}`);
  }
  return provider === PROVIDER
    ? normalize(`${at}-${name}`)
    : `${normalize(name)}@${provider}`;
}

/**
 * What a reference is called and, where it is a Kubernetes Service, its load balancer. Throws `LoadError` where that is
 * not there.
 */
export function resolveService(
  cluster: ClusterView,
  namespace: string,
  ref: ServiceRef,
): { name: string; service?: Service } {
  switch (ref.kind ?? 'Service') {
    case 'Service':
      return {
        name: nameOf(namespace, ref, true),
        service: httpServers(cluster, namespace, ref),
      };
    case 'TraefikService':
      return { name: nameOf(namespace, ref, false) };
    default:
      throw new LoadError(`unsupported service kind ${ref.kind}`);
  }
}

/** Resolves references and puts the load balancers among them into the section; answers the names. */
export function addServices(
  section: Section,
  cluster: ClusterView,
  namespace: string,
  refs: ServiceRef[],
): string[] {
  return refs.map(ref => {
    const { name, service } = resolveService(cluster, namespace, ref);
    if (service) {
      section.services.set(qualify(name), service);
    }
    return name;
  });
}

/** A service that shares requests out by weight. */
export function weightedService(refs: ServiceRef[], names: string[]): Service {
  return {
    weighted: {
      services: refs.map((ref, index) => ({
        name: names[index],
        weight: ref.weight ?? 1,
      })),
    },
    status: 'enabled',
  };
}

/** What a TraefikService becomes; `undefined` where its spec says nothing. */
function build(
  spec: unknown,
  add: (refs: ServiceRef[]) => string[],
): Service | undefined {
  const { weighted, mirroring, failover, highestRandomWeight } =
    traefikServiceSpec.parse(spec);
  if (weighted) {
    return weightedService(weighted.services, add(weighted.services));
  }
  if (mirroring) {
    const [service, ...mirrors] = add([mirroring, ...mirroring.mirrors]);
    return {
      mirroring: {
        service,
        mirrors: mirrors.map((name, index) => ({
          name,
          percent: mirroring.mirrors[index].percent,
        })),
      },
      status: 'enabled',
    };
  }
  if (failover) {
    const [service, fallback] = add([failover.service, failover.fallback]);
    return { failover: { service, fallback }, status: 'enabled' };
  }
  if (highestRandomWeight) {
    const { services } = highestRandomWeight;
    const shared = weightedService(services, add(services));
    return { highestRandomWeight: shared.weighted, status: 'enabled' };
  }
  return undefined;
}

/** Loads the TraefikServices; one that leads to nothing is left out, as Traefik does. */
export function loadTraefikServices(
  section: Section,
  cluster: ClusterView,
): void {
  for (const { namespace, name, spec } of cluster.custom('TraefikService')) {
    try {
      const service = build(spec, refs =>
        addServices(section, cluster, namespace, refs),
      );
      if (service) {
        section.services.set(
          qualify(normalize(`${namespace}-${name}`)),
          service,
        );
      }
    } catch (error) {
      if (!(error instanceof LoadError)) {
        throw error;
      }
    }
  }
}
