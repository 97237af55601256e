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
  describeNode,
  describePair,
  identityOf,
  keyOf,
  pairResources,
  rootOf,
  sortedJson,
} from '../cluster';
import { GrpcError, queryValue } from '../http';
import { sourcesOf } from '../projects';
import { parseFields, selectMessageFields } from '../projection';
import { healthClock } from '../reconcile';
import { instanceName } from '../store';
import type { Application, KubernetesObject } from '../types';
import { findApplication } from './findApplication';
import { liveResources, treeOf } from './liveResources';
import type { Route, RouteContext } from './RouteContext';

const getResourceTree: Route = {
  method: 'GET',
  path: '/api/v1/applications/:name/resource-tree',
  async handle(context) {
    return treeOf(context, findApplication(context));
  },
};

/** What Git wants of the resources that the status lists. */
async function targetsOf(
  { platform, load }: RouteContext,
  application: Application,
): Promise<KubernetesObject[] | undefined> {
  const { spec, status, metadata } = application;
  const applicationName = instanceName(metadata);
  if (load.isSynthetic(applicationName)) {
    return undefined;
  }
  const { manifests } = await platform.renderer.render({
    applicationName,
    namespace: spec.destination.namespace ?? '',
    sources: sourcesOf(spec),
    revisions: status.sync.revisions ?? [status.sync.revision],
  });
  const listed = new Set(
    (status.resources ?? []).map(({ group = '', kind, namespace = '', name }) =>
      keyOf({ group, kind, namespace, name }),
    ),
  );
  return manifests.filter(one => listed.has(keyOf(identityOf(one))));
}

const getManagedResources: Route = {
  method: 'GET',
  path: '/api/v1/applications/:name/managed-resources',
  async handle(context) {
    const application = findApplication(context);
    const { platform, request } = context;
    const { sync } = application.status;
    if (sync.status === 'Unknown' || sync.status === '') {
      return {};
    }
    const live = liveResources(context, application);
    const wanted =
      (await targetsOf(context, application)) ?? live.map(one => one.applied);
    const filters = ['kind', 'group', 'namespace', 'name'] as const;
    const items = pairResources(wanted, live)
      .flatMap(pair => describePair(pair, healthClock(platform)) ?? [])
      .filter(item =>
        filters.every(key => {
          const value = queryValue(request, key);
          return !value || item[key] === value;
        }),
      );
    const answer = items.length > 0 ? { items } : {};
    const selection = parseFields(queryValue(request, 'fields'));
    return selection ? selectMessageFields(answer, selection) : answer;
  },
};

const getResource: Route = {
  method: 'GET',
  path: '/api/v1/applications/:name/resource',
  async handle(context) {
    const application = findApplication(context);
    const { request, params, platform } = context;
    const wanted = {
      group: queryValue(request, 'group') ?? '',
      kind: queryValue(request, 'kind') ?? '',
      namespace: queryValue(request, 'namespace') ?? '',
      name: queryValue(request, 'resourceName') ?? '',
    };
    const key = keyOf(wanted);
    const { nodes = [] } = treeOf(context, application);
    const found = nodes.find(
      ({ uid, group = '', kind, namespace = '', name }) =>
        uid && keyOf({ group, kind, namespace, name }) === key,
    );
    if (!found) {
      throw new GrpcError(
        'invalidArgument',
        `${wanted.kind} ${wanted.group} ${wanted.name} not found as part of application ${params.name}`,
      );
    }
    const roots = liveResources(context, application);
    const manifest = describeNode(
      found,
      { roots, owner: rootOf(found, nodes, roots) },
      healthClock(platform),
    );
    return { manifest: sortedJson(manifest) };
  },
};

export const resourceRoutes: Route[] = [
  getResourceTree,
  getManagedResources,
  getResource,
];
