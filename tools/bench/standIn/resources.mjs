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

const at = '2026-11-20T10:00:00Z';

/** What Argo CD manages for an Application: a Deployment, its Service, a route and a secret. */
export function managedResourcesOf({ name, environment }) {
  const namespace = `${name}-${environment}`;
  const objects = [
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      spec: { template: { metadata: {}, spec: { containers: [{ name }] } } },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      spec: { ports: [{ name: 'http', port: 8080 }], selector: { app: name } },
    },
    {
      apiVersion: 'traefik.io/v1alpha1',
      kind: 'IngressRoute',
      spec: {
        entryPoints: ['websecure'],
        routes: [
          {
            kind: 'Rule',
            match: `Host(\`${name}.${environment}.acme.example\`)`,
            services: [{ name, port: 'http' }],
          },
        ],
        tls: {},
      },
    },
    {
      apiVersion: 'external-secrets.io/v1',
      kind: 'ExternalSecret',
      spec: {
        refreshInterval: '1h',
        secretStoreRef: { kind: 'ClusterSecretStore', name: 'vault' },
        target: { name: `${name}-database` },
        dataFrom: [{ extract: { key: `${name}/folder-000/database` } }],
      },
      status: {
        refreshTime: at,
        conditions: [
          {
            type: 'Ready',
            status: 'True',
            reason: 'SecretSynced',
            message: 'secret synced',
            lastTransitionTime: at,
          },
        ],
      },
    },
  ];
  return {
    items: objects.map(({ apiVersion, kind, ...rest }) => {
      const metadata = { name, namespace, uid: uidOf(kind, namespace) };
      const state = JSON.stringify({ apiVersion, kind, metadata, ...rest });
      return {
        group: apiVersion.includes('/') ? apiVersion.split('/')[0] : undefined,
        kind,
        namespace,
        name,
        targetState: state,
        liveState: state,
        normalizedLiveState: state,
        predictedLiveState: state,
        resourceVersion: '1001',
      };
    }),
  };
}

/** What came of it: two pods, and the EndpointSlice that lists them. */
export function resourceTreeOf({ name, environment }) {
  const namespace = `${name}-${environment}`;
  const node = (group, kind, suffix, parent) => ({
    ...(group && { group }),
    version: 'v1',
    kind,
    namespace,
    name: `${name}${suffix}`,
    uid: uidOf(kind, `${namespace}${suffix}`),
    ...(parent && { parentRefs: [parent] }),
    health: { status: 'Healthy' },
    createdAt: at,
  });
  const deployment = node('apps', 'Deployment', '');
  const service = node(undefined, 'Service', '');
  const replicaSet = node('apps', 'ReplicaSet', '-5dcff6cb9', deployment);
  return {
    nodes: [
      deployment,
      service,
      replicaSet,
      node('discovery.k8s.io', 'EndpointSlice', '-x7k2p', service),
      node(undefined, 'Pod', '-5dcff6cb9-m8h2s', replicaSet),
      node(undefined, 'Pod', '-5dcff6cb9-rd5bd', replicaSet),
      node('traefik.io', 'IngressRoute', ''),
      node('external-secrets.io', 'ExternalSecret', ''),
    ],
  };
}

const uidOf = (kind, name) => `${kind.toLowerCase()}-${name}`;
