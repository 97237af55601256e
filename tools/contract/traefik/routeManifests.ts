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

/** Parts of manifests that Traefik and Kubernetes read, as YAML documents. JSON is YAML. */
export function documents(...manifests: object[]): string {
  return manifests
    .map(one => JSON.stringify(one, undefined, 2))
    .join('\n---\n');
}

const traefik = (kind: string, name: string, spec: object) => ({
  apiVersion: 'traefik.io/v1alpha1',
  kind,
  metadata: { name },
  spec,
});

export interface RouteRule {
  match?: string;
  priority?: number;
  middlewares?: { name: string }[];
  services?: object[];
}

/** An IngressRoute on the entry point `web`. */
export const ingressRoute = (
  name: string,
  routes: RouteRule[],
  more: object = {},
) =>
  traefik('IngressRoute', name, {
    entryPoints: ['web'],
    routes: routes.map(rule => ({ kind: 'Rule', ...rule })),
    ...more,
  });

export const ingressRouteTcp = (
  name: string,
  routes: RouteRule[],
  more: object = {},
) =>
  traefik('IngressRouteTCP', name, { entryPoints: ['web'], routes, ...more });

export const ingressRouteUdp = (name: string, routes: RouteRule[]) =>
  traefik('IngressRouteUDP', name, { entryPoints: ['web'], routes });

export const middleware = (name: string, spec: object) =>
  traefik('Middleware', name, spec);

export const traefikService = (name: string, spec: object) =>
  traefik('TraefikService', name, spec);

/** A Service of port 80, which is called `http`. */
export const service = (name: string, selector: object) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name },
  spec: { selector, ports: [{ name: 'http', port: 80, targetPort: 8080 }] },
});

/** A Deployment with two pods, which the Service of its name selects. */
export const deployment = (name: string) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name },
  spec: {
    replicas: 2,
    selector: { matchLabels: { app: name } },
    template: {
      metadata: { labels: { app: name } },
      spec: {
        containers: [
          {
            name,
            image: 'registry.k8s.io/pause:3.10',
            ports: [{ containerPort: 8080 }],
          },
        ],
      },
    },
  },
});

/** A Deployment with the Service that leads to it. */
export const workload = (name: string) => [
  deployment(name),
  service(name, { app: name }),
];
