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

export const GITOPS_URL = 'https://git.acme.example/acme/gitops-platform';

/** An Application as Argo CD serves it, with realistic lengths. */
export function rawApplication(options: {
  service: string;
  environment: string;
  revision?: string;
  entityRef?: string;
  project?: string;
  health?: JsonObject;
  status?: JsonObject;
}): JsonObject {
  const { service, environment, revision = 'a'.repeat(40) } = options;
  const {
    entityRef = `component:default/${service}`,
    project = `workloads-${environment}`,
    health = { status: 'Healthy', lastTransitionTime: '2026-11-20T10:00:05Z' },
  } = options;
  const source = {
    repoURL: `${GITOPS_URL}.git`,
    path: 'charts/my-microservice',
    targetRevision: 'main',
  };
  return {
    metadata: {
      name: `${service}-${environment}`,
      namespace: 'argocd',
      uid: `0b5c7d3e-2f0c-4a57-9d5e-${service}-${environment}`,
      resourceVersion: '1',
      creationTimestamp: '2026-11-01T08:00:00Z',
      labels: { 'app.kubernetes.io/name': service, environment },
      annotations: entityRef ? { 'backstage.io/entity-ref': entityRef } : {},
    },
    spec: {
      project,
      destination: {
        name: 'in-cluster',
        namespace: `${service}-${environment}`,
      },
      source,
      syncPolicy: { automated: { prune: true, selfHeal: true } },
    },
    status: {
      sync: { status: 'Synced', revision },
      health,
      summary: {
        images: [`ghcr.io/acme/${service}:1.14.2@sha256:${'b'.repeat(64)}`],
        externalURLs: [`https://${service}.${environment}.acme.example`],
      },
      history: [0, 1].map(id => ({
        id,
        revision: id === 1 ? revision : '9'.repeat(40),
        deployedAt: `2026-11-20T10:00:0${id}Z`,
        deployStartedAt: `2026-11-20T10:00:0${id}Z`,
        initiatedBy: { automated: true },
        source,
      })),
      operationState: {
        phase: 'Succeeded',
        message: 'successfully synced (all tasks run)',
        startedAt: '2026-11-20T10:00:00Z',
        finishedAt: '2026-11-20T10:00:02Z',
        operation: { initiatedBy: { automated: true } },
        syncResult: { revision },
      },
      reconciledAt: '2026-11-20T10:00:06Z',
      ...options.status,
    },
  };
}
