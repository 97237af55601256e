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
import type { Fields, Section } from './Configuration';
import { normalize, PROVIDER, qualify } from './names';

interface Reference {
  name: string;
  namespace?: string;
}

/** The qualified name of a middleware that something refers to. */
export function middlewareName(
  namespace: string,
  { name, namespace: other }: Reference,
): string {
  const [bare, provider] = name.split('@');
  return provider !== undefined && provider !== PROVIDER
    ? name
    : qualify(normalize(`${other ?? namespace}-${bare}`));
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The users of an auth middleware, which its Secret holds; `undefined` where that is not there. */
function withUsers(
  cluster: ClusterView,
  namespace: string,
  { secret, ...fields }: Fields,
): Fields | undefined {
  const data = cluster.secret(namespace, String(secret));
  if (!data) {
    return undefined;
  }
  const { username, password, users = '' } = data;
  return {
    users:
      username && password
        ? [`${username}:${password}`]
        : users.split('\n').filter(Boolean),
    ...fields,
  };
}

/** The body as the API shows it: references are resolved, Secrets are read in. */
function bodyOf(
  cluster: ClusterView,
  namespace: string,
  kind: string,
  body: unknown,
): unknown {
  if (!isFields(body)) {
    return body;
  }
  if (kind === 'basicAuth' || kind === 'digestAuth') {
    return withUsers(cluster, namespace, body);
  }
  if (kind === 'chain' && Array.isArray(body.middlewares)) {
    const references: Reference[] = body.middlewares;
    return {
      middlewares: references.map(one => middlewareName(namespace, one)),
    };
  }
  return body;
}

/** Loads the Middlewares, or those of TCP; one whose Secret is missing is left out, as Traefik does. */
export function loadMiddlewares(
  section: Section,
  cluster: ClusterView,
  kind: 'Middleware' | 'MiddlewareTCP',
): void {
  for (const { namespace, name, spec } of cluster.custom(kind)) {
    const [type, given] = Object.entries(isFields(spec) ? spec : {})[0] ?? [];
    const body = type && bodyOf(cluster, namespace, type, given);
    if (type && body !== undefined) {
      section.middlewares.set(qualify(normalize(`${namespace}-${name}`)), {
        [type]: body,
        status: 'enabled',
      });
    }
  }
}
