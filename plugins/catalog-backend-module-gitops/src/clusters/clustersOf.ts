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

import type { CatalogApplication } from '../applications/CatalogApplication';
import type { ListedCluster } from '../reading/readClusters';
import { IN_CLUSTER, type Cluster } from './Cluster';

/** How the cluster that Argo CD itself runs in is addressed. */
const OWN_SERVER =
  /^https:\/\/kubernetes\.default(\.svc(\.cluster\.local)?)?(:443)?$/;

/**
 * The clusters of an instance: those that it lists, and the destinations of its Applications. A destination has
 * either a name or a server; which of them mean the same cluster only the list says.
 */
export function clustersOf(options: {
  instance: string;
  listed: ListedCluster[];
  applications: Pick<CatalogApplication, 'destination'>[];
}): Cluster[] {
  const { instance, listed, applications } = options;
  const clusters = new Map<string, Cluster>();
  const add = (name: string | undefined, server: string | undefined) => {
    const key = keyOf(name, server);
    const known = clusters.get(key);
    clusters.set(key, {
      instance,
      key,
      name: known?.name ?? name,
      server: known?.server ?? server,
    });
  };

  for (const { name, server } of listed) {
    const address = cleanServer(server);
    if (address) {
      // A cluster that was registered without a name is called by its address.
      const own = cleanServer(name) === address ? undefined : name.trim();
      add(own || undefined, address);
    }
  }
  const servers = serversByName(listed);
  for (const { destination } of applications) {
    const { name, server } = addressOf(destination, servers);
    if (name || server) {
      add(name, server);
    }
  }
  return [...clusters.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** The {@link Cluster.key} of a destination; `undefined` where it names nothing. */
export function clusterKeyOf(
  destination: CatalogApplication['destination'],
  listed: ListedCluster[],
): string | undefined {
  const { name, server } = addressOf(destination, serversByName(listed));
  return name || server ? keyOf(name, server) : undefined;
}

function serversByName(listed: ListedCluster[]): Map<string, string> {
  return new Map(
    listed.flatMap(({ name, server }) => {
      const address = cleanServer(server);
      return address ? [[name.trim(), address] as const] : [];
    }),
  );
}

function addressOf(
  destination: CatalogApplication['destination'],
  servers: Map<string, string>,
): { name?: string; server?: string } {
  const name = destination.name?.trim() || undefined;
  const server = cleanServer(destination.server) ?? (name && servers.get(name));
  return { name, server };
}

function keyOf(name: string | undefined, server: string | undefined): string {
  const own = server ? OWN_SERVER.test(server) : name === IN_CLUSTER;
  return own ? IN_CLUSTER : server ?? `name ${name}`;
}

function cleanServer(server: string | undefined): string | undefined {
  return (
    server?.trim().toLocaleLowerCase('en-US').replace(/\/+$/, '') || undefined
  );
}
