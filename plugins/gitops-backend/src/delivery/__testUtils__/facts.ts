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
  ApplicationOverview,
  EntityApplications,
  EntityRoutes,
  EntitySecrets,
  Finding,
  Route,
  SecretMetadata,
  SecretPath,
  SecretReference,
  UpstreamStatus,
} from '@gitops-platform/backstage-plugin-gitops-common';
import type { DeliveryFacts } from '../facts/DeliveryFacts';

export const NOW = Date.parse('2026-11-21T12:00:00Z');
export const OK: UpstreamStatus = { name: 'main', status: 'ok' };
export const DOWN: UpstreamStatus = {
  name: 'main',
  status: 'error',
  error: 'It cannot be reached.',
  since: '2026-11-21T11:00:00Z',
};

/** Of 40 digits, as commits are. */
export const commit = (digit: string) => digit.repeat(40);

/** A healthy Application of the service orders. */
export function overviewOf(
  environment: string,
  differs: Partial<ApplicationOverview> = {},
): ApplicationOverview {
  const name = `orders-${environment}`;
  return {
    instance: 'main',
    namespace: 'argocd',
    name,
    project: `workloads-${environment}`,
    environment,
    cluster: 'in-cluster',
    sync: 'Synced',
    health: 'Healthy',
    deployedAt: '2026-11-20T10:00:00Z',
    autoSync: true,
    sources: [],
    version: {
      images: ['ghcr.io/acme/orders:1.0.0'],
      sourceRevision: commit('1'),
    },
    conditions: [],
    binding: { status: 'proved', reason: 'backstage.io/entity-ref' },
    links: [`https://argocd.example/applications/argocd/${name}`],
    ...differs,
  };
}

export function applicationsOf(
  items: ApplicationOverview[],
  differs: Partial<EntityApplications> = {},
): DeliveryFacts['applications'] {
  return {
    status: 'ok',
    value: {
      claim: { names: [], missing: [] },
      items,
      hidden: 0,
      pullRequests: [],
      instances: [OK],
      ...differs,
    },
  };
}

export function secretOf(
  path: string,
  differs: Partial<SecretMetadata> = {},
): SecretMetadata {
  return {
    name: path.split('/').at(-1) ?? path,
    path,
    updatedAt: '2026-11-01T00:00:00Z',
    versions: [],
    customMetadata: [],
    ...differs,
  };
}

export function pathOf(
  environment: string,
  differs: Partial<SecretPath> = {},
): SecretPath {
  return {
    server: 'main',
    mount: 'secret',
    path: `${environment}/orders`,
    environment,
    status: 'ok',
    secrets: [secretOf(`${environment}/orders/database`)],
    ...differs,
  };
}

export function referenceOf(
  environment: string,
  differs: Partial<SecretReference> = {},
): SecretReference {
  return {
    application: {
      instance: 'main',
      namespace: 'argocd',
      name: `orders-${environment}`,
    },
    environment,
    cluster: 'in-cluster',
    resource: {
      group: 'external-secrets.io',
      kind: 'ExternalSecret',
      name: 'database',
    },
    provider: 'vault',
    server: 'main',
    secrets: [{ path: `${environment}/orders/database`, keys: [] }],
    status: 'synced',
    ...differs,
  };
}

export function secretsPart(
  differs: Partial<EntitySecrets> = {},
): DeliveryFacts['secrets'] {
  return {
    status: 'ok',
    value: {
      claim: { source: 'pattern', paths: [] },
      items: [],
      references: [],
      findings: [],
      hidden: 0,
      instances: [OK],
      ...differs,
    },
  };
}

export function routeOf(
  environment: string,
  differs: Partial<Route> = {},
): Route {
  const host = `orders.${environment}.example`;
  return {
    id: `main/${host}`,
    known: 'traefik',
    instance: 'main',
    protocol: 'http',
    environment,
    cluster: 'in-cluster',
    hosts: [host],
    entryPoints: [],
    status: 'enabled',
    errors: [],
    tls: { ended: 'traefik' },
    middlewares: [],
    services: [],
    ...differs,
  };
}

export function routesPart(
  differs: Partial<EntityRoutes> = {},
): DeliveryFacts['routes'] {
  return {
    status: 'ok',
    value: {
      claim: {
        source: 'applications',
        ingressRoutes: [],
        services: [],
        hosts: [],
        missing: [],
      },
      items: [],
      findings: [],
      hidden: 0,
      instances: [OK],
      ...differs,
    },
  };
}

/** A finding as a part makes it. */
export function findingOf(
  kind: Finding['kind'],
  differs: Partial<Finding> = {},
): Finding {
  return {
    kind,
    severity: 'error',
    message: `Something is the matter: ${kind}`,
    evidence: ['It was seen'],
    ...differs,
  };
}

/** An entity of which nothing is known but what a test adds. */
export function factsOf(differs: Partial<DeliveryFacts> = {}): DeliveryFacts {
  return {
    entityRef: 'component:default/orders',
    environments: ['dev', 'staging', 'production'].map(name => ({
      name,
      aliases: [name.slice(0, 4)],
    })),
    applications: applicationsOf([]),
    secrets: { status: 'unconfigured' },
    routes: { status: 'unconfigured' },
    deployments: { status: 'unconfigured' },
    gitConfigured: true,
    versions: new Map(),
    elsewhere: new Map(),
    abortedRollouts: new Map(),
    writers: new Map(),
    sourceRepository: {
      url: 'https://git.example/acme/orders',
      commitUrl: revision => `https://git.example/commit/${revision}`,
      compareUrl: (base, head) => `https://git.example/${base}...${head}`,
    },
    commitsBetween: () => ({ known: false }),
    editUrl: 'https://git.example/edit',
    now: NOW,
    ...differs,
  };
}
