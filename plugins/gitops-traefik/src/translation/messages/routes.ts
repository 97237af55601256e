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

/** What is said of routes. */
export const routeMessages = {
  state: {
    what: 'the routes',
  },
  card: {
    title: 'Routes',
    label: 'Routes by host',
    host: 'Host',
    route: 'Route',
    tls: 'TLS',
    backends: 'Backends',
    openTab: '{{environment}}, routes in detail',
    appliedOnly: 'only what Argo CD applied',
  },
  host: {
    link: 'Open {{host}}',
    protocol: '{{protocol}} {{name}}',
  },
  route: {
    enabled: 'Enabled',
    warning: 'Has warnings',
    disabled: 'Disabled',
    missing: 'No router',
    unknown: 'Not known',
  },
  tls: {
    traefik: 'Ended at Traefik',
    before: 'Ended before Traefik',
    backend: 'Ended at the backend',
    nowhere: 'Not used: plain {{protocol}}',
    unknown: 'Not known',
    expires: 'expires {{date}}',
    expired: 'Expired',
    expiring: 'Expires soon',
    noExpiry: 'expiry not known',
  },
  backends: {
    all_one: '{{count}} alive',
    all_other: 'all {{count}} alive',
    some: '{{alive}} of {{total}} alive',
    none_one: '{{count}}, not alive',
    none_other: 'none of {{count}} alive',
    nothing: 'no backend',
    unknown: 'not known',
    argocd: 'as Argo CD sees the pods',
    traefik: 'as Traefik sees its servers',
    evidence: 'Evidence',
  },
  facts: {
    label: 'What is known of {{name}}',
    environment: 'Environment',
    status: 'Status',
    tls: 'TLS',
    certificate: 'Certificate',
    issuer: 'issued by {{issuer}}',
    resolver: 'certificate resolver {{resolver}}',
    backends: 'Backends',
    priority: 'Priority',
    resource: 'Made from',
    application: 'Application',
    instance: 'Traefik instance',
    replicas: '{{name}}, {{answering}} of {{total}} replicas answer',
    open: 'Open in Traefik',
    openLabel: '{{name}} in Traefik',
  },
} as const;
