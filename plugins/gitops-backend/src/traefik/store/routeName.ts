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

/** An IngressRoute as its router's name shows it: the names of its namespace and itself, run together. */
export interface RouteName {
  /** What {@link routeKey} makes of the IngressRoute. */
  key: string;
  /** Which of its rules, where the name says so. */
  index?: number;
}

const PROVIDER = '@kubernetescrd';

/**
 * The key under which the routers of an IngressRoute are found. Traefik runs the two names together, so that another
 * IngressRoute may have the same.
 */
export function routeKey(namespace: string, name: string): string {
  return normalise(`${namespace}-${name}`);
}

/** As Traefik does (pkg/provider/configuration.go): words of letters and digits, with hyphens between them. */
export function normalise(name: string): string {
  // Most names are so already.
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) ? name : joinWords(name);
}

function joinWords(name: string): string {
  return name
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word.length > 0)
    .join('-');
}

/**
 * Which IngressRoutes the name of a router may stand for, the likeliest first; empty where it is of no IngressRoute.
 *
 * Traefik names it `<namespace>-<name>-<20 hexadecimal digits of the hash of the rule>`, for UDP
 * `<namespace>-<name>-<number>`, with safe naming `<namespace>_<name>_<number>`. An IngressRoute on several entry
 * points that have settings of their own makes a router for each, with the entry point before the name.
 */
export function routeNamesOf(router: {
  name: string;
  protocol: string;
  entryPoints: string[];
}): RouteName[] {
  if (!router.name.endsWith(PROVIDER)) {
    return [];
  }
  const name = router.name.slice(0, -PROVIDER.length);
  const [entryPoint, ...others] = router.entryPoints;
  const prefix = `${entryPoint}-`;
  const names = [name];
  if (others.length === 0 && entryPoint && name.startsWith(prefix)) {
    names.push(name.slice(prefix.length));
  }
  return names.flatMap(one => read(one, router.protocol) ?? []);
}

function read(name: string, protocol: string): RouteName | undefined {
  const safe = /^([^_]+)_([^_]+)_(\d+)$/.exec(name);
  if (safe) {
    return { key: routeKey(safe[1], safe[2]), index: Number(safe[3]) };
  }
  if (protocol === 'udp') {
    const numbered = /^(.+)-(\d+)$/.exec(name);
    return (
      (numbered && {
        key: normalise(numbered[1]),
        index: Number(numbered[2]),
      }) ??
      undefined
    );
  }
  const hashed = /^(.+)-[0-9a-f]{20}$/.exec(name);
  return hashed ? { key: normalise(hashed[1]) } : undefined;
}
