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

import { z } from 'zod';
import { GrpcError, queryValue, queryValues, readJsonBody } from '../http';
import { matchLabels, parseSelector } from '../labels';
import type { Caller, Enforcer } from '../rbac';
import { policyObject } from '../store';
import type { ApplicationSet } from '../types';
import { parseBody } from './parseBody';
import type { Route, RouteContext } from './RouteContext';
import { withManagedFields } from './withManagedFields';

const setBody = z.looseObject({
  metadata: z.looseObject({ name: z.string().min(1) }),
  spec: z.looseObject({
    generators: z.array(z.record(z.string(), z.unknown())),
    template: z.looseObject({
      metadata: z.looseObject({}),
      spec: z.looseObject({ project: z.string() }),
    }),
  }),
});

const template = z.looseObject({ project: z.string() });

/** The project that a set's Applications are in, as its template writes it. */
const projectOf = ({ spec }: ApplicationSet) =>
  template.safeParse(spec.template.spec).data?.project ?? '';

/** `<project>/<name>`, as policies speak of a set. */
const objectOf = (set: ApplicationSet) =>
  policyObject({ metadata: set.metadata, spec: { project: projectOf(set) } });

/** Whether a caller may see a set. */
export function isSetVisible(
  enforcer: Enforcer,
  caller: Caller,
  set: ApplicationSet,
): boolean {
  return enforcer.allows(caller, {
    resource: 'applicationsets',
    action: 'get',
    object: objectOf(set),
  });
}

/** Throws `GrpcError` 404. */
function findSet({ platform, params }: RouteContext, problem: string) {
  const set = platform.applicationSets.get(params.name);
  if (!set) {
    throw new GrpcError(
      'notFound',
      `${problem}: applicationset.argoproj.io "${params.name}" not found`,
    );
  }
  return set;
}

const listApplicationSets: Route = {
  method: 'GET',
  path: '/api/v1/applicationsets',
  async handle({ platform, request, enforcer, caller }) {
    const requirements = parseSelector(queryValue(request, 'selector') ?? '');
    const projects = queryValues(request, 'projects').filter(Boolean);
    const items = platform.applicationSets
      .list()
      .filter(
        set =>
          matchLabels(requirements, set.metadata.labels) &&
          (projects.length === 0 || projects.includes(projectOf(set))) &&
          isSetVisible(enforcer, caller, set),
      )
      .map(withManagedFields);
    return {
      metadata: { resourceVersion: platform.applicationSets.resourceVersion },
      items: items.length > 0 ? items : null,
    };
  },
};

const getApplicationSet: Route = {
  method: 'GET',
  path: '/api/v1/applicationsets/:name',
  async handle(context) {
    const set = findSet(context, 'error getting ApplicationSet');
    context.enforcer.require(context.caller, {
      resource: 'applicationsets',
      action: 'get',
      object: objectOf(set),
    });
    return withManagedFields(set);
  },
};

const createApplicationSet: Route = {
  method: 'POST',
  path: '/api/v1/applicationsets',
  async handle({ request, enforcer, caller, controller, platform }) {
    const { metadata, spec } = parseBody(setBody, await readJsonBody(request));
    enforcer.require(caller, {
      resource: 'applicationsets',
      action: 'create',
      object: `${spec.template.spec.project}/${metadata.name}`,
    });
    controller.apply({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'ApplicationSet',
      metadata,
      spec,
    });
    return platform.applicationSets.get(metadata.name);
  },
};

const deleteApplicationSet: Route = {
  method: 'DELETE',
  path: '/api/v1/applicationsets/:name',
  async handle(context) {
    const set = findSet(context, 'error getting ApplicationSets');
    context.enforcer.require(context.caller, {
      resource: 'applicationsets',
      action: 'delete',
      object: objectOf(set),
    });
    const { metadata, spec } = set;
    context.controller.remove({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'ApplicationSet',
      metadata,
      spec,
    });
    return {};
  },
};

export const applicationSetRoutes: Route[] = [
  listApplicationSets,
  getApplicationSet,
  createApplicationSet,
  deleteApplicationSet,
];
