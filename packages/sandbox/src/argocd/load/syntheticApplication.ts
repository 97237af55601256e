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

import { stableUid } from '../cluster';
import type { LiveResource } from '../cluster';
import type { Application, KubernetesObject } from '../types';

/** What a filled-in Application is made from. */
export interface SyntheticTemplate {
  name: string;
  project: string;
  namespace: string;
  repoURL: string;
  revision: string;
  /** RFC 3339, whole seconds. */
  at: string;
}

const IMAGE = 'ghcr.io/stefanprodan/podinfo:6.9.2';

/** A healthy Application that no repository holds, for lists of a size that matters. */
export function syntheticApplication(template: SyntheticTemplate): Application {
  const { name, project, namespace, at, revision } = template;
  const source = {
    repoURL: template.repoURL,
    path: `applications/${name}`,
    targetRevision: 'main',
    helm: { releaseName: name, valueFiles: ['values.yaml'] },
  };
  const destination = { name: 'in-cluster', namespace };
  const operation = {
    sync: { revision, prune: true, source },
    initiatedBy: { automated: true },
    retry: { limit: 5 },
  };
  const resource = { version: 'v1', namespace, name };
  const results = { namespace, name, version: 'v1', status: 'Synced' } as const;
  return {
    metadata: {
      name,
      namespace: 'argocd',
      uid: stableUid('synthetic', name),
      creationTimestamp: at,
      labels: {
        'app.kubernetes.io/name': name,
        'sandbox.gitops.platform/synthetic': 'true',
      },
      annotations: { 'backstage.io/entity-ref': `component:default/${name}` },
    },
    spec: {
      source,
      destination,
      project,
      syncPolicy: { automated: { prune: true, selfHeal: true } },
    },
    status: {
      resources: [
        {
          ...resource,
          kind: 'Service',
          status: 'Synced',
          health: { status: 'Healthy' },
        },
        {
          ...resource,
          group: 'apps',
          kind: 'Deployment',
          status: 'Synced',
          health: { status: 'Healthy' },
        },
      ],
      sync: { status: 'Synced', comparedTo: { source, destination }, revision },
      health: { status: 'Healthy', lastTransitionTime: at },
      history: [
        {
          revision,
          deployedAt: at,
          id: 0,
          source,
          deployStartedAt: at,
          initiatedBy: { automated: true },
        },
      ],
      reconciledAt: at,
      operationState: {
        operation,
        phase: 'Succeeded',
        message: 'successfully synced (all tasks run)',
        syncResult: {
          resources: [
            {
              ...results,
              group: '',
              kind: 'Service',
              message: `service/${name} created`,
              hookPhase: 'Running',
              syncPhase: 'Sync',
            },
            {
              ...results,
              group: 'apps',
              kind: 'Deployment',
              message: `deployment.apps/${name} created`,
              hookPhase: 'Running',
              syncPhase: 'Sync',
              images: [IMAGE],
            },
          ],
          revision,
          source,
        },
        startedAt: at,
        finishedAt: at,
      },
      sourceType: 'Helm',
      summary: { images: [IMAGE] },
      resourceHealthSource: 'appTree',
      controllerNamespace: 'argocd',
      sourceHydrator: {},
    },
  };
}

function live(manifest: KubernetesObject, at: string): LiveResource {
  const { kind, metadata } = manifest;
  return {
    applied: manifest,
    uid: stableUid('synthetic', kind, metadata.name),
    resourceVersion: '1',
    creationTimestamp: at,
    generation: 1,
    ...(kind === 'Deployment'
      ? {
          rollout: {
            startedAt: 0,
            revisions: [
              {
                revision: 1,
                hash: '5dcff6cb9',
                images: [IMAGE],
                createdAt: at,
              },
            ],
          },
        }
      : {}),
  };
}

/** What such an Application would have in the cluster. */
export function syntheticResources(application: Application): LiveResource[] {
  const { name, creationTimestamp = '' } = application.metadata;
  const namespace = application.spec.destination.namespace ?? '';
  const labels = { 'app.kubernetes.io/name': name };
  return [
    live(
      {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name, namespace, labels },
        spec: { selector: labels, ports: [{ name: 'http', port: 80 }] },
      },
      creationTimestamp,
    ),
    live(
      {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: { name, namespace, labels },
        spec: {
          replicas: 1,
          selector: { matchLabels: labels },
          template: {
            metadata: { labels },
            spec: { containers: [{ name, image: IMAGE }] },
          },
        },
      },
      creationTimestamp,
    ),
  ];
}
