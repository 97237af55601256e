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

import { resourceEvents } from '../cluster';
import { GrpcError, queryValue } from '../http';
import { instanceName } from '../store';
import { findApplication } from './findApplication';
import { liveResources, treeOf } from './liveResources';
import type { Route, RouteContext } from './RouteContext';

const orNull = <T>(items: T[]) => (items.length > 0 ? items : null);

/** The events of a resource of the Application, which the call must name whole. */
function eventsOfResource(
  context: RouteContext,
  application: ReturnType<typeof findApplication>,
) {
  const { request, params } = context;
  const uid = queryValue(request, 'resourceUID') ?? '';
  const name = queryValue(request, 'resourceName') ?? '';
  const namespace = queryValue(request, 'resourceNamespace') ?? '';
  const { nodes = [] } = treeOf(context, application);
  const node = nodes.find(
    one =>
      one.uid === uid &&
      one.name === name &&
      (one.namespace ?? '') === namespace,
  );
  if (!node) {
    throw new GrpcError(
      'invalidArgument',
      `${name} not found as part of application ${params.name}`,
    );
  }
  const live = liveResources(context, application).find(one => one.uid === uid);
  return resourceEvents(node, nodes, live);
}

export const getEvents: Route = {
  method: 'GET',
  path: '/api/v1/applications/:name/events',
  async handle(context) {
    const application = findApplication(context);
    const { platform, request } = context;
    const ofResource =
      queryValue(request, 'resourceUID') ?? queryValue(request, 'resourceName');
    return {
      metadata: { resourceVersion: platform.applications.resourceVersion },
      items: orNull(
        ofResource
          ? eventsOfResource(context, application)
          : platform.events.list(instanceName(application.metadata)),
      ),
    };
  },
};
