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

import {
  API_VERSIONS,
  formatTime,
  KUBERNETES_VERSION,
  managedFieldsEntry,
} from '../cluster';
import { GrpcError, queryValue } from '../http';
import { IN_CLUSTER } from '../projects';
import { parseFields, selectMessageFields } from '../projection';
import type { AppProject, ApplicationSet } from '../types';
import type { Route } from './RouteContext';

function withManagedFields<T extends AppProject | ApplicationSet>(
  object: T,
): T {
  const { metadata, spec } = object;
  return {
    ...object,
    metadata: {
      ...metadata,
      managedFields: [
        managedFieldsEntry({
          manager: 'argocd-controller',
          apiVersion: 'argoproj.io/v1alpha1',
          time: metadata.creationTimestamp ?? '',
          owned: {
            metadata: {
              labels: metadata.labels,
              annotations: metadata.annotations,
            },
            spec,
          },
        }),
      ],
    },
  };
}

const listProjects: Route = {
  method: 'GET',
  path: '/api/v1/projects',
  async handle({ platform, request }) {
    const name = queryValue(request, 'name');
    const items = platform.projects
      .list()
      .filter(one => !name || one.metadata.name === name)
      .map(withManagedFields);
    const answer = {
      metadata: { resourceVersion: platform.projects.resourceVersion },
      items: items.length > 0 ? items : null,
    };
    const selection = parseFields(queryValue(request, 'fields'));
    return selection ? selectMessageFields(answer, selection) : answer;
  },
};

const getProject: Route = {
  method: 'GET',
  path: '/api/v1/projects/:name',
  async handle({ platform, params }) {
    const project = platform.projects.get(params.name);
    if (!project) {
      throw new GrpcError(
        'notFound',
        `appprojects.argoproj.io "${params.name}" not found`,
      );
    }
    return withManagedFields(project);
  },
};

const listClusters: Route = {
  method: 'GET',
  path: '/api/v1/clusters',
  async handle({ platform }) {
    const connectionState = {
      status: 'Successful',
      message: '',
      attemptedAt: formatTime(platform.now()),
    };
    return {
      metadata: {},
      items: [
        {
          ...IN_CLUSTER,
          config: { tlsClientConfig: { insecure: false } },
          connectionState,
          serverVersion: KUBERNETES_VERSION,
          info: {
            connectionState,
            serverVersion: KUBERNETES_VERSION,
            cacheInfo: {
              resourcesCount: platform.cluster.list().length,
              apisCount: API_VERSIONS.length,
              lastCacheSyncTime: formatTime(platform.now()),
            },
            applicationsCount: platform.applications.list().length,
            apiVersions: API_VERSIONS,
          },
        },
      ],
    };
  },
};

const listApplicationSets: Route = {
  method: 'GET',
  path: '/api/v1/applicationsets',
  async handle({ platform }) {
    const items = platform.applicationSets.list().map(withManagedFields);
    return {
      metadata: { resourceVersion: platform.applicationSets.resourceVersion },
      items: items.length > 0 ? items : null,
    };
  },
};

const getApplicationSet: Route = {
  method: 'GET',
  path: '/api/v1/applicationsets/:name',
  async handle({ platform, params }) {
    const set = platform.applicationSets.get(params.name);
    if (!set) {
      throw new GrpcError(
        'notFound',
        `error getting ApplicationSet: applicationset.argoproj.io "${params.name}" not found`,
      );
    }
    return withManagedFields(set);
  },
};

export const otherObjects: Route[] = [
  listProjects,
  getProject,
  listClusters,
  listApplicationSets,
  getApplicationSet,
];
