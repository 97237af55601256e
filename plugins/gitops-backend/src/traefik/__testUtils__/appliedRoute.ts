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

import type { JsonObject } from '@backstage/types';

/** An entry of `managed-resources` for a manifest that is applied. */
export function managed(manifest: {
  apiVersion: string;
  kind: string;
  metadata: JsonObject & { name: string; namespace: string };
  [more: string]: unknown;
}): JsonObject {
  const { apiVersion, kind, metadata } = manifest;
  return {
    group: apiVersion.includes('/') ? apiVersion.split('/')[0] : '',
    kind,
    name: metadata.name,
    namespace: metadata.namespace,
    liveState: JSON.stringify(manifest),
    targetState: JSON.stringify(manifest),
  };
}

/** An IngressRoute that is applied, with one rule to one Service. */
export function appliedRoute(options: {
  namespace: string;
  name: string;
  match: string;
  service?: string;
  spec?: JsonObject;
}): JsonObject {
  const { namespace, name, match, service = 'orders', spec } = options;
  return managed({
    apiVersion: 'traefik.io/v1alpha1',
    kind: 'IngressRoute',
    metadata: {
      name,
      namespace,
      creationTimestamp: '2026-01-01T00:00:00Z',
    },
    spec: {
      entryPoints: ['websecure'],
      routes: [{ match, services: [{ name: service, port: 80 }] }],
      ...spec,
    },
  });
}

/** A Service that is applied. */
export function appliedService(
  namespace: string,
  name: string,
  spec: JsonObject = {},
): JsonObject {
  return managed({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace },
    spec: { selector: { app: name }, ports: [{ port: 80 }], ...spec },
  });
}

/** A Service and its pods, as they stand in a resource tree. */
export function treeOf(
  namespace: string,
  service: string,
  pods: Record<string, 'Healthy' | 'Degraded'>,
): JsonObject[] {
  const common = { version: 'v1', namespace };
  return [
    {
      ...common,
      kind: 'Service',
      name: service,
      uid: `service-${service}`,
      networkingInfo: { targetLabels: { app: service } },
    },
    ...Object.entries(pods).map(([name, status]) => ({
      ...common,
      kind: 'Pod',
      name,
      uid: `pod-${name}`,
      health: { status },
      info: [
        {
          name: 'Status Reason',
          value: status === 'Healthy' ? 'Running' : 'CrashLoopBackOff',
        },
      ],
      networkingInfo: { labels: { app: service } },
    })),
  ];
}
