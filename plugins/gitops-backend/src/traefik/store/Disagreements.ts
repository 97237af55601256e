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
  TraefikMiddleware,
  TraefikRouter,
  TraefikService,
} from '@gitops-platform/backstage-plugin-gitops-node';
import type { ReplicaState } from './ReplicaPoller';
import type { TraefikSnapshot } from './TraefikSnapshot';

type Answering = ReplicaState & {
  snapshot: TraefikSnapshot;
  answeredAt: number;
};

/** What replicas say differently, in words: by `router`, `service` or `middleware`, protocol and name. */
export type Differences = Map<string, string[]>;

/**
 * Where the replicas of an instance do not agree.
 *
 * They hear of a change one after another, and are asked one after another. So something counts only once every
 * replica has been asked again since it was first seen, and they still do not agree.
 */
export class Disagreements {
  /** When a difference was first seen, by its id and words. */
  #firstSeen = new Map<string, number>();
  /** What was compared last. */
  #compared = '';
  #differences: Differences = new Map();

  static create(): Disagreements {
    return new Disagreements();
  }

  private constructor() {}

  /** Looks at what the replicas say now. */
  settled(replicas: Answering[], now: number): Differences {
    const tags = replicas
      .map(({ url, snapshot }) => `${url} ${snapshot.tag}`)
      .join('\n');
    if (tags !== this.#compared) {
      this.#compared = tags;
      this.#differences = differencesOf(replicas);
    }
    const oldest = Math.min(...replicas.map(({ answeredAt }) => answeredAt));
    const seen = new Map<string, number>();
    const settled: Differences = new Map();
    for (const [id, words] of this.#differences) {
      const key = [id, ...words].join('\n');
      const since = this.#firstSeen.get(key) ?? now;
      seen.set(key, since);
      if (oldest > since) {
        settled.set(id, words);
      }
    }
    this.#firstSeen = seen;
    return settled;
  }
}

function differencesOf(replicas: Answering[]): Differences {
  const tags = new Set(replicas.map(({ snapshot }) => snapshot.tag));
  if (tags.size < 2) {
    return new Map();
  }
  const found: Differences = new Map();
  compare('router', replicas, ({ routers }) => routers, routerAspects, found);
  compare(
    'service',
    replicas,
    ({ services }) => services,
    serviceAspects,
    found,
  );
  compare(
    'middleware',
    replicas,
    ({ middlewares }) => middlewares ?? [],
    statusAspect,
    found,
  );
  return found;
}

function compare<T extends { protocol: string; name: string }>(
  kind: string,
  replicas: Answering[],
  itemsOf: (snapshot: TraefikSnapshot) => T[],
  aspectsOf: (item: T) => Record<string, string>,
  found: Differences,
): void {
  const lists = replicas.map(
    ({ snapshot }) =>
      new Map(
        itemsOf(snapshot).map(item => [
          `${kind} ${item.protocol} ${item.name}`,
          item,
        ]),
      ),
  );
  const ids = new Set(lists.flatMap(list => [...list.keys()]));
  for (const id of ids) {
    const items = lists.map(list => list.get(id));
    const known = items.filter((item): item is T => item !== undefined);
    const words = [
      ...(known.length < items.length
        ? [`${known.length} of ${items.length} replicas have it`]
        : []),
      ...aspectsThatDiffer(known, aspectsOf),
    ];
    if (words.length > 0) {
      found.set(id, words);
    }
  }
}

function aspectsThatDiffer<T>(
  items: T[],
  aspectsOf: (item: T) => Record<string, string>,
): string[] {
  const [first, ...others] = items.map(aspectsOf);
  return Object.keys(first ?? {})
    .filter(name => others.some(other => other[name] !== first[name]))
    .map(name => `they differ in its ${name}`);
}

function routerAspects(router: TraefikRouter): Record<string, string> {
  return {
    rule: router.rule ?? '',
    service: router.service ?? '',
    status: router.status,
    priority: router.priority ?? '',
    middlewares: router.middlewares.join(),
    'entry points': [...router.entryPoints].sort().join(),
  };
}

/** Each replica checks the health of servers for itself, so that is no disagreement. */
function serviceAspects(service: TraefikService): Record<string, string> {
  return {
    kind: service.kind,
    status: service.status,
    servers: service.servers
      .map(({ address }) => address)
      .sort()
      .join(),
    parts: JSON.stringify(service.services),
  };
}

function statusAspect({ status }: TraefikMiddleware): Record<string, string> {
  return { status };
}
