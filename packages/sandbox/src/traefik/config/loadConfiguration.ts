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

import { checkSection } from './checkSection';
import { ClusterView, type WatchedCluster } from './ClusterView';
import { type Configuration, newSection } from './Configuration';
import { loadHttpRouters } from './httpRouters';
import { loadTraefikServices } from './httpServices';
import { addInternal } from './internal';
import { loadMiddlewares } from './middlewares';
import { addLoadRouters } from './loadRouters';
import { loadStreamRouters } from './streamRouters';

/** Reads everything that a Traefik would from the custom resources of a cluster. */
export function loadConfiguration(
  watched: WatchedCluster,
  options: { loadRouters: number },
): Configuration {
  const cluster = new ClusterView(watched);
  const configuration: Configuration = {
    http: newSection(),
    tcp: newSection(),
    udp: newSection(),
  };
  const { http, tcp, udp } = configuration;
  addInternal(http);
  loadMiddlewares(http, cluster, 'Middleware');
  loadTraefikServices(http, cluster);
  loadHttpRouters(http, cluster);
  loadMiddlewares(tcp, cluster, 'MiddlewareTCP');
  loadStreamRouters(tcp, cluster, 'IngressRouteTCP');
  loadStreamRouters(udp, cluster, 'IngressRouteUDP');
  const internal = [...http.routers].filter(([name]) =>
    name.endsWith('@internal'),
  );
  checkSection(http, 'http');
  // Their priorities are beyond what users may give.
  internal.forEach(([name, router]) => http.routers.set(name, router));
  addLoadRouters(http, options.loadRouters);
  checkSection(tcp, 'tcp');
  checkSection(udp, 'udp');
  return configuration;
}
