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

import type { AnyJson } from './ArgoCdServer';

/**
 * The fields of Argo CD 3.5's answers that clients read, with their types. They were written down from answers of a
 * real server; `?` marks a field that is not always there.
 */
const SOURCE = { repoURL: 'string', path: 'string', targetRevision: 'string' };

const DESTINATION = { namespace: 'string' };

const OPERATION = {
  sync: { revision: 'string', source: SOURCE },
  initiatedBy: { 'automated?': 'boolean', 'username?': 'string' },
  retry: { 'limit?': 'number' },
};

const RESOURCE = {
  'group?': 'string',
  version: 'string',
  kind: 'string',
  'namespace?': 'string',
  name: 'string',
};

const META = {
  name: 'string',
  namespace: 'string',
  uid: 'string',
  resourceVersion: 'string',
  creationTimestamp: 'string',
};

export const APPLICATION_SHAPE = {
  metadata: {
    ...META,
    generation: 'number',
    labels: { environment: 'string' },
    annotations: {
      'argocd.argoproj.io/tracking-id': 'string',
      'kubectl.kubernetes.io/last-applied-configuration': 'string',
    },
    managedFields: [{ manager: 'string', fieldsV1: {} }],
  },
  spec: {
    source: SOURCE,
    destination: DESTINATION,
    project: 'string',
    syncPolicy: { syncOptions: ['string'] },
  },
  status: {
    resources: [
      {
        ...RESOURCE,
        status: 'string',
        'health?': { status: 'string', 'message?': 'string' },
      },
    ],
    sync: {
      status: 'string',
      comparedTo: { source: SOURCE, destination: DESTINATION },
      revision: 'string',
    },
    health: { status: 'string', lastTransitionTime: 'string' },
    history: [
      {
        revision: 'string',
        deployedAt: 'string',
        id: 'number',
        source: SOURCE,
        deployStartedAt: 'string',
        initiatedBy: { automated: 'boolean' },
      },
    ],
    reconciledAt: 'string',
    operationState: {
      operation: OPERATION,
      phase: 'string',
      message: 'string',
      syncResult: {
        resources: [
          {
            group: 'string',
            version: 'string',
            kind: 'string',
            namespace: 'string',
            name: 'string',
            status: 'string',
            message: 'string',
            hookPhase: 'string',
            syncPhase: 'string',
            'images?': ['string'],
          },
        ],
        revision: 'string',
        source: SOURCE,
      },
      startedAt: 'string',
      finishedAt: 'string',
    },
    sourceType: 'string',
    summary: { images: ['string'] },
    resourceHealthSource: 'string',
    controllerNamespace: 'string',
    sourceHydrator: {},
  },
};

export const TREE_SHAPE = {
  nodes: [
    {
      ...RESOURCE,
      uid: 'string',
      'parentRefs?': [{ ...RESOURCE, uid: 'string' }],
      'info?': [{ name: 'string', value: 'string' }],
      'networkingInfo?': {},
      resourceVersion: 'string',
      'images?': ['string'],
      'health?': { status: 'string' },
      createdAt: 'string',
    },
  ],
  hosts: [
    {
      name: 'string',
      resourcesInfo: [{ resourceName: 'string', capacity: 'number' }],
      systemInfo: { kubeletVersion: 'string' },
    },
  ],
};

export const MANAGED_SHAPE = {
  items: [
    {
      'group?': 'string',
      kind: 'string',
      namespace: 'string',
      name: 'string',
      targetState: 'string',
      liveState: 'string',
      normalizedLiveState: 'string',
      predictedLiveState: 'string',
      resourceVersion: 'string',
    },
  ],
};

export const EVENTS_SHAPE = {
  metadata: { resourceVersion: 'string' },
  items: [
    {
      metadata: { ...META, annotations: {} },
      involvedObject: { kind: 'string', name: 'string', uid: 'string' },
      reason: 'string',
      message: 'string',
      source: { component: 'string' },
      firstTimestamp: 'string',
      lastTimestamp: 'string',
      count: 'number',
      type: 'string',
      eventTime: 'null',
    },
  ],
};

export const PROJECTS_SHAPE = {
  metadata: { resourceVersion: 'string' },
  items: [
    {
      metadata: { ...META, generation: 'number' },
      spec: {
        sourceRepos: ['string'],
        destinations: [{ namespace: 'string', 'server?': 'string' }],
      },
      status: {},
    },
  ],
};

export const CLUSTERS_SHAPE = {
  metadata: {},
  items: [
    {
      server: 'string',
      name: 'string',
      config: { tlsClientConfig: { insecure: 'boolean' } },
      connectionState: {
        status: 'string',
        message: 'string',
        attemptedAt: 'string',
      },
      serverVersion: 'string',
      info: {
        serverVersion: 'string',
        cacheInfo: { resourcesCount: 'number' },
        applicationsCount: 'number',
        apiVersions: ['string'],
      },
    },
  ],
};

type Shape = string | Shape[] | { [field: string]: Shape };

const typeOf = (value: unknown) => (value === null ? 'null' : typeof value);

/** Where an answer does not have the fields and types of a shape; fields beside these are fine. */
export function differences(
  value: AnyJson | undefined,
  shape: Shape,
  path: string = '$',
): string[] {
  if (typeof shape === 'string') {
    return typeOf(value) === shape
      ? []
      : [`${path}: ${shape} expected, ${typeOf(value)} found`];
  }
  if (Array.isArray(shape)) {
    return Array.isArray(value) && value.length > 0
      ? value.flatMap((item, index) =>
          differences(item, shape[0], `${path}[${index}]`),
        )
      : [`${path}: a list expected`];
  }
  if (typeOf(value) !== 'object' || Array.isArray(value)) {
    return [`${path}: an object expected, ${typeOf(value)} found`];
  }
  return Object.entries(shape).flatMap(([key, inner]) => {
    const name = key.replace(/\?$/, '');
    const field = value?.[name];
    return field === undefined && key.endsWith('?')
      ? []
      : differences(field, inner, `${path}.${name}`);
  });
}
