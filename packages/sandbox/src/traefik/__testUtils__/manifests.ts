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

/** A workload with its Service in the namespace `team-a-dev`. */
export const workload = (name: string, tag = '1', replicas = 2) => `
apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: team-a-dev }
spec:
  selector: { app: ${name} }
  ports: [{ name: http, port: 80, targetPort: web }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: team-a-dev }
spec:
  replicas: ${replicas}
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec:
      containers:
        - name: web
          image: ghcr.io/acme/${name}:${tag}
          ports: [{ name: web, containerPort: 8080 }]`;

/** An IngressRoute in the same namespace. */
export const route = (name: string, rule: string, more: string) => `
apiVersion: traefik.io/v1alpha1
kind: IngressRoute
metadata: { name: ${name}, namespace: team-a-dev }
spec:
  entryPoints: [websecure]
  tls: {}
  routes:
    - kind: Rule
      match: ${rule}
      ${more}`;

/** A service with a route and a middleware. */
export const WEB = [
  workload('web-dev'),
  `
apiVersion: traefik.io/v1alpha1
kind: Middleware
metadata: { name: web-dev-headers, namespace: team-a-dev }
spec: { headers: { stsSeconds: 31536000, customRequestHeaders: { X-Key: canary } } }`,
  route(
    'web-dev',
    'Host(`web-dev.example.localhost`)',
    `middlewares: [{ name: web-dev-headers }]
      services: [{ name: web-dev, port: http }]`,
  ),
].join('\n---');

/** As a real Traefik 3.7 calls the router of that rule. */
export const NAME = 'team-a-dev-web-dev-30965a1671c8261c623f';
