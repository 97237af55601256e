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

import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { GrpcError, queryValue, readJsonBody } from '../http';
import { parseFields, selectMessageFields } from '../projection';
import { validateWindows } from '../syncWindows';
import type { AppProject, AppProjectSpec } from '../types';
import { parseBody } from './parseBody';
import type { Route, RouteContext } from './RouteContext';
import { withManagedFields } from './withManagedFields';

const window = z.looseObject({
  kind: z.string(),
  schedule: z.string(),
  duration: z.string(),
  applications: z.array(z.string()).optional(),
  namespaces: z.array(z.string()).optional(),
  clusters: z.array(z.string()).optional(),
});

const projectBody = z.looseObject({
  project: z.looseObject({
    metadata: z.looseObject({ name: z.string().min(1) }),
    spec: z.looseObject({
      syncWindows: z.array(window).optional(),
      roles: z
        .array(
          z.looseObject({
            name: z.string(),
            policies: z.array(z.string()).optional(),
          }),
        )
        .optional(),
    }),
  }),
  upsert: z.boolean().optional(),
});

const tokenBody = z.looseObject({
  expiresIn: z.coerce.number().optional(),
  id: z.string().optional(),
});

/** Throws `GrpcError` 404. */
function findProject({ platform, params }: RouteContext): AppProject {
  const project = platform.projects.get(params.name);
  if (!project) {
    throw new GrpcError(
      'notFound',
      `appprojects.argoproj.io "${params.name}" not found`,
    );
  }
  return project;
}

function requireOn(
  { enforcer, caller }: RouteContext,
  action: 'get' | 'create' | 'update' | 'delete',
  object: string,
): void {
  enforcer.require(caller, { resource: 'projects', action, object });
}

function validate({ syncWindows = [] }: AppProjectSpec): void {
  try {
    validateWindows(syncWindows);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new GrpcError('unknown', `error validating project: ${message}`);
  }
  for (const { kind, schedule, duration, ...selected } of syncWindows) {
    const { applications, clusters, namespaces } = selected;
    if (![applications, clusters, namespaces].some(list => list?.length)) {
      throw new GrpcError(
        'outOfRange',
        `window '${kind}':'${schedule}':'${duration}' requires one of application, cluster or namespace`,
      );
    }
  }
}

const listProjects: Route = {
  method: 'GET',
  path: '/api/v1/projects',
  async handle({ platform, request, enforcer, caller }) {
    const name = queryValue(request, 'name');
    const items = platform.projects
      .list()
      .filter(
        ({ metadata }) =>
          (!name || metadata.name === name) &&
          enforcer.allows(caller, {
            resource: 'projects',
            action: 'get',
            object: metadata.name,
          }),
      )
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
  async handle(context) {
    requireOn(context, 'get', context.params.name);
    return withManagedFields(findProject(context));
  },
};

const createProject: Route = {
  method: 'POST',
  path: '/api/v1/projects',
  async handle(context) {
    const { project, upsert } = parseBody(
      projectBody,
      await readJsonBody(context.request),
    );
    const { name } = project.metadata;
    requireOn(context, 'create', name);
    validate(project.spec);
    const before = context.platform.projects.get(name);
    if (before && !upsert && !isDeepStrictEqual(before.spec, project.spec)) {
      throw new GrpcError(
        'invalidArgument',
        'existing project spec is different; use upsert flag to force update',
      );
    }
    context.controller.apply({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'AppProject',
      metadata: project.metadata,
      spec: project.spec,
    });
    return context.platform.projects.get(name);
  },
};

const deleteProject: Route = {
  method: 'DELETE',
  path: '/api/v1/projects/:name',
  async handle(context) {
    const { params, platform, controller } = context;
    const { name } = params;
    if (name === 'default') {
      throw new GrpcError(
        'invalidArgument',
        "name 'default' is reserved and cannot be deleted",
      );
    }
    requireOn(context, 'delete', name);
    const { metadata, spec } = findProject(context);
    // As in Argo CD, Applications in other namespaces do not count.
    const users = platform.applications
      .list()
      .filter(one => one.spec.project === name)
      .filter(one => one.metadata.namespace === metadata.namespace);
    if (users.length > 0) {
      throw new GrpcError(
        'invalidArgument',
        `project is referenced by ${users.length} applications`,
      );
    }
    controller.remove({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'AppProject',
      metadata,
      spec,
    });
    return {};
  },
};

const createToken: Route = {
  method: 'POST',
  path: '/api/v1/projects/:name/roles/:role/token',
  async handle(context) {
    const { name, role } = context.params;
    const body = parseBody(tokenBody, await readJsonBody(context.request));
    const { spec } = findProject(context);
    if (!spec.roles?.some(one => one.name === role)) {
      throw new GrpcError(
        'notFound',
        `project '${name}' does not have role '${role}'`,
      );
    }
    requireOn(context, 'update', name);
    return {
      token: context.sessions.issueProjectToken({
        project: name,
        role,
        ...body,
      }),
    };
  },
};

export const projectRoutes: Route[] = [
  listProjects,
  getProject,
  createProject,
  deleteProject,
  createToken,
];
