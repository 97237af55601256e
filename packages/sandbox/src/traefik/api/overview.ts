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

import type { Certificate, Configuration, Section } from '../config';

function count(items: Iterable<{ status: string }>, error: string) {
  const all = [...items];
  return {
    total: all.length,
    warnings: all.filter(({ status }) => status === 'warning').length,
    errors: all.filter(({ status }) => status === error).length,
  };
}

const countSection = ({ routers, services, middlewares }: Section) => ({
  routers: count(routers.values(), 'disabled'),
  services: count(services.values(), 'disabled'),
  middlewares: count(middlewares.values(), 'disabled'),
});

/** `/api/overview`. */
export function overview(
  { http, tcp, udp }: Configuration,
  certificates: Certificate[],
) {
  const { routers, services } = countSection(udp);
  return {
    http: countSection(http),
    tcp: countSection(tcp),
    udp: { routers, services },
    certificates: count(certificates, 'expired'),
    features: { tracing: '', metrics: '', accessLog: false },
    providers: ['KubernetesCRD'],
  };
}

const object = (items: Map<string, unknown>) =>
  items.size > 0 ? Object.fromEntries(items) : undefined;

/** `/api/rawdata`. */
export function rawData({ http, tcp, udp }: Configuration) {
  return {
    routers: object(http.routers),
    middlewares: object(http.middlewares),
    services: object(http.services),
    tcpRouters: object(tcp.routers),
    tcpMiddlewares: object(tcp.middlewares),
    tcpServices: object(tcp.services),
    udpRouters: object(udp.routers),
    udpServices: object(udp.services),
  };
}
