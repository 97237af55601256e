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

import { createHash } from 'node:crypto';

const RESOURCES = 60;
const HISTORY = 10;
const REPOSITORY = 'https://git.acme.example/acme/gitops-platform.git';
const FIRST_DEPLOYMENT = Date.UTC(2026, 9, 1, 8);
const DAY_MS = 86_400_000;

/** The name of the n-th Application, and of the entity that claims it. */
export function applicationName(index) {
  return `app-${String(index).padStart(5, '0')}`;
}

/**
 * The commits that an Application was deployed from, newest last. They are the same on every instance: one
 * repository is rolled out to all of them.
 */
export function revisionsOf(name) {
  return Array.from({ length: HISTORY }, (_, id) =>
    createHash('sha1').update(`${name} ${id}`).digest('hex'),
  );
}

/**
 * An Application of about 19 kB, as Argo CD serves it: managed fields, 60 resources, 10 history entries.
 *
 * @param {{ name: string, environment: string, resourceVersion: number, health: string, changedAt: string }} state
 */
export function applicationOf(state) {
  const { name, environment, resourceVersion, health, changedAt } = state;
  const revisions = revisionsOf(name);
  const source = {
    repoURL: REPOSITORY,
    path: `applications/${environment}/${name}`,
    targetRevision: 'main',
  };
  const destination = {
    name: 'in-cluster',
    namespace: `${name}-${environment}`,
  };
  const operation = { initiatedBy: { automated: true }, retry: { limit: 5 } };
  return {
    metadata: {
      name,
      namespace: 'argocd',
      uid: `0b5c7d3e-2f0c-4a57-9d5e-${name}-${environment}`,
      resourceVersion: String(resourceVersion),
      generation: resourceVersion,
      creationTimestamp: '2026-10-01T08:00:00Z',
      labels: { 'app.kubernetes.io/name': name, environment },
      annotations: { 'backstage.io/entity-ref': `component:default/${name}` },
      finalizers: ['resources-finalizer.argocd.argoproj.io'],
      managedFields: MANAGED_FIELDS,
    },
    spec: {
      project: `workloads-${environment}`,
      destination,
      source,
      syncPolicy: {
        automated: { prune: true, selfHeal: true },
        syncOptions: ['CreateNamespace=true', 'ServerSideApply=true'],
      },
    },
    status: {
      sync: {
        status: 'Synced',
        comparedTo: { source, destination },
        revision: revisions.at(-1),
      },
      health: { status: health, lastTransitionTime: changedAt },
      summary: {
        images: [`ghcr.io/acme/${name}:1.14.2@sha256:${'b'.repeat(64)}`],
        externalURLs: [`https://${name}.${environment}.acme.example`],
      },
      history: revisions.map((revision, id) => ({
        id,
        revision,
        source,
        deployStartedAt: deployment(id, 0),
        deployedAt: deployment(id, 4),
        initiatedBy: { automated: true },
      })),
      operationState: {
        operation: { ...operation, sync: { revision: revisions.at(-1) } },
        phase: 'Succeeded',
        message: 'successfully synced (all tasks run)',
        syncResult: { revision: revisions.at(-1), source },
        startedAt: deployment(HISTORY - 1, 0),
        finishedAt: deployment(HISTORY - 1, 4),
      },
      reconciledAt: changedAt,
      resources: resourcesIn(destination.namespace),
      sourceType: 'Helm',
      controllerNamespace: 'argocd',
    },
  };
}

function deployment(id, seconds) {
  return new Date(FIRST_DEPLOYMENT + id * DAY_MS + seconds * 1000)
    .toISOString()
    .replace('.000', '');
}

function resourcesIn(namespace) {
  return Array.from({ length: RESOURCES }, (_, index) => ({
    ...(index % 2 === 0 ? { group: 'apps', kind: 'Deployment' } : SERVICE),
    version: 'v1',
    namespace,
    name: `component-${index}`,
    status: 'Synced',
    health: { status: 'Healthy' },
    syncWave: index % 5,
  }));
}

const SERVICE = { kind: 'Service' };

/** What server-side apply leaves: one entry per field that each of three managers owns. */
const MANAGED_FIELDS = [
  'argocd-applicationset-controller',
  'argocd-server',
  'argocd-application-controller',
].map(manager => ({
  manager,
  operation: 'Update',
  apiVersion: 'argoproj.io/v1alpha1',
  time: '2026-11-01T08:00:00Z',
  fieldsType: 'FieldsV1',
  fieldsV1: Object.fromEntries(
    ['f:metadata', 'f:spec', 'f:status'].map(part => [
      part,
      Object.fromEntries(
        Array.from({ length: 10 }, (_, field) => [
          `f:ownedFieldNumber${field}`,
          { '.': {}, 'f:value': {} },
        ]),
      ),
    ]),
  ),
}));
