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
import type { Service } from './Configuration';
import type { ServiceRef } from './routeShapes';

/** Why a route makes no router: Traefik writes it to its log, and nowhere else. */
export class LoadError extends Error {}

/** The addresses that a reference to a Kubernetes Service leads to. Throws `LoadError` where it leads nowhere. */
function addressesOf(
  cluster: ClusterView,
  namespace: string,
  ref: ServiceRef,
): { addresses: string[]; portName: string; port: number } {
  const at = ref.namespace ?? namespace;
  const service = cluster.service(at, ref.name);
  if (!service) {
    throw new LoadError(`kubernetes service not found: ${at}/${ref.name}`);
  }
  const port = service.ports.find(
    one => one.name === ref.port || one.port === ref.port,
  );
  if (!port) {
    throw new LoadError(`service port not found: ${ref.port}`);
  }
  const { name: portName = '', port: number } = port;
  if (service.type === 'ExternalName') {
    const addresses = [`${service.externalName}:${number}`];
    return { addresses, portName, port: number };
  }
  if (ref.nativeLB) {
    const addresses = [`${cluster.clusterAddress(service)}:${number}`];
    return { addresses, portName, port: number };
  }
  const addresses = cluster
    .endpoints(at, service, port)
    .map(endpoint => `${endpoint.address}:${endpoint.port}`);
  if (addresses.length === 0) {
    // As Traefik does unless `allowEmptyServices` is on.
    throw new LoadError(`no servers found for ${at}/${ref.name}`);
  }
  return { addresses: [...new Set(addresses)], portName, port: number };
}

const up = (servers: string[]): Pick<Service, 'serverStatus'> => ({
  serverStatus: Object.fromEntries(servers.map(one => [one, 'UP'])),
});

/** The load balancer of an HTTP service. Throws `LoadError` where there is none, or no pod is ready. */
export function httpServers(
  cluster: ClusterView,
  namespace: string,
  ref: ServiceRef,
): Service {
  const { addresses, portName, port } = addressesOf(cluster, namespace, ref);
  const secure = port === 443 || portName.startsWith('https');
  const scheme = ref.scheme ?? (secure ? 'https' : 'http');
  const urls = addresses.map(address => `${scheme}://${address}`);
  return {
    loadBalancer: {
      servers: urls.map(url => ({ url })),
      strategy: ref.strategy ?? 'wrr',
      passHostHeader: ref.passHostHeader ?? true,
      responseForwarding: { flushInterval: '100ms' },
    },
    status: 'enabled',
    ...up(urls),
  };
}

/** The same of a TCP or UDP service. */
export function streamServers(
  cluster: ClusterView,
  namespace: string,
  ref: ServiceRef,
): Service {
  const { addresses } = addressesOf(cluster, namespace, ref);
  return {
    loadBalancer: { servers: addresses.map(address => ({ address })) },
    status: 'enabled',
    ...up(addresses),
  };
}
