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
  Route,
  RouteService,
} from '@gitops-platform/backstage-plugin-gitops-common';
import type {
  TraefikProtocol,
  TraefikService,
} from '@gitops-platform/backstage-plugin-gitops-node';
import type { AppliedResource } from '../../argocd/applied/AppliedResource';
import type { ServiceRef } from '../../argocd/applied/projectors/serviceRef';
import { normalise } from '../store/routeName';
import type { TraefikView } from '../store/TraefikView';
import { nameOf, traefikServiceOf } from './servingServices';

const DEEPEST = 5;
/** Whoever applies a TraefikService may name the same one many times, and itself. */
const MOST = 200;

/** How many more services a tree has room for. */
interface Room {
  left: number;
}

type Part = TraefikService['services'][number];

/** A service as Traefik has it, with what it is made of. */
export function serviceTree(
  view: TraefikView,
  protocol: TraefikProtocol,
  part: Part,
  /** What the Service of Kubernetes is called, by what Traefik calls it. */
  titles: Map<string, string>,
  depth = 0,
  room: Room = { left: MOST },
): RouteService {
  const service = view.service(protocol, part.name);
  const title = titles.get(part.name) ?? titles.get(keyOf(part.name));
  const all = withPercents(service?.kind, service?.services ?? []);
  const parts = depth < DEEPEST ? takeInto(room, all) : [];
  return {
    name: title ?? part.name,
    kind: service?.kind ?? 'unknown',
    weight: part.weight,
    percent: part.percent,
    status: service?.status ?? 'unknown',
    errors: service?.errors ?? [],
    servers: service?.servers ?? [],
    services: parts.map(one =>
      serviceTree(view, protocol, one, titles, depth + 1, room),
    ),
  };
}

/** The same, of what Argo CD applied. */
export function appliedServices(
  refs: ServiceRef[],
  namespace: string,
  applied: AppliedResource[],
  depth = 0,
  room: Room = { left: MOST },
): Route['services'] {
  return takeInto(room, refs).map(ref => {
    const service = nameOf(ref, namespace);
    const facts =
      ref.kind === 'TraefikService' && depth < DEEPEST
        ? traefikServiceOf(service, applied)
        : undefined;
    const parts = facts ? withPercents(facts.kind, facts.services) : [];
    return {
      name: titleOf(ref, namespace),
      kind: ref.kind === 'Service' ? 'loadBalancer' : facts?.kind ?? 'unknown',
      weight: ref.weight,
      percent: ref.percent,
      status: 'unknown',
      errors: [],
      servers: [],
      services: appliedServices(
        parts,
        service.namespace,
        applied,
        depth + 1,
        room,
      ),
    };
  });
}

/** What people call the services of a rule, by what Traefik calls them. */
export function titlesOf(
  refs: ServiceRef[],
  namespace: string,
  applied: AppliedResource[],
  router: string | undefined,
): Map<string, string> {
  const titles = new Map<string, string>();
  const note = (all: ServiceRef[], inNamespace: string) => {
    for (const ref of all) {
      const service = nameOf(ref, inNamespace);
      const name = `${service.namespace}-${service.name}`;
      const port = ref.kind === 'Service' && ref.port ? `-${ref.port}` : '';
      const key = normalise(`${name}${port}`);
      const facts =
        ref.kind === 'TraefikService' && !titles.has(key) && titles.size < MOST
          ? traefikServiceOf(service, applied)
          : undefined;
      titles.set(key, titleOf(ref, namespace));
      if (facts) {
        note(facts.services, service.namespace);
      }
    }
  };
  note(refs, namespace);
  if (refs.length === 1 && refs[0].kind === 'Service' && router) {
    // A rule's only Service is called like the router.
    titles.set(router, titleOf(refs[0], namespace));
  }
  return titles;
}

function takeInto<T>(room: Room, parts: T[]): T[] {
  const taken = parts.slice(0, room.left);
  room.left -= taken.length;
  return taken;
}

function titleOf(ref: ServiceRef, namespace: string): string {
  const elsewhere = ref.namespace !== undefined && ref.namespace !== namespace;
  return `${elsewhere ? `${ref.namespace}/` : ''}${ref.name}${
    ref.port ? `:${ref.port}` : ''
  }`;
}

function keyOf(name: string): string {
  return normalise(name.replace(/@[^@]*$/, ''));
}

/** The share of each part: by weight, 1 where none is given; a mirrored service answers everything itself. */
function withPercents<T extends { weight?: number; percent?: number }>(
  kind: string | undefined,
  parts: T[],
): T[] {
  if (kind === 'mirroring') {
    return parts.map((part, index) =>
      index === 0 ? { ...part, percent: 100 } : part,
    );
  }
  if (kind !== 'weighted' && kind !== 'highestRandomWeight') {
    return parts;
  }
  const weightOf = ({ weight = 1 }: T) => Math.max(0, weight);
  const sum = parts.reduce((total, part) => total + weightOf(part), 0);
  return parts.map(part => ({
    ...part,
    weight: weightOf(part),
    percent: sum === 0 ? 0 : Math.round((weightOf(part) / sum) * 1_000) / 10,
  }));
}
