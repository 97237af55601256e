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

import { GrpcError, queryValue, queryValues } from '../http';
import { isSourceNamespacePermitted } from '../projects';
import type { Demand } from '../rbac';
import { CONTROL_PLANE_NAMESPACE, instanceName, policyObject } from '../store';
import type { Application } from '../types';
import type { RouteContext } from './RouteContext';

const denied = () => new GrpcError('permissionDenied', 'permission denied');

const notFound = (name: string) =>
  new GrpcError('notFound', `applications.argoproj.io "${name}" not found`);

/** Throws `GrpcError` 400 where the project of an Application is missing or does not take it. */
function requireProject(
  { platform }: RouteContext,
  { metadata, spec }: Application,
): void {
  const project = platform.projects.get(spec.project || 'default');
  if (!project || !isSourceNamespacePermitted(project, metadata.namespace)) {
    throw new GrpcError(
      'invalidArgument',
      `app is not allowed in project "${spec.project}", or the project does not exist`,
    );
  }
}

/**
 * The Application that a call names, with its `appNamespace` and `project`. Throws `GrpcError`: 403 where there is none
 * or the caller may not do the action, so that the two cannot be told apart; 404 only to somebody who may do it in the
 * project that the call names, where the Application is not in that project.
 */
export function findApplication(
  context: RouteContext,
  options: {
    body?: Record<string, unknown>;
    action?: Demand['action'];
  } = {},
): Application {
  const { platform, request, params, enforcer, caller } = context;
  const { body, action = 'get' } = options;
  const text = (field: string) =>
    typeof body?.[field] === 'string' && body[field] !== ''
      ? String(body[field])
      : queryValue(request, field);
  const { name } = params;
  const namespace = text('appNamespace') ?? CONTROL_PLANE_NAMESPACE;
  const project =
    text('project') ?? queryValues(request, 'projects').find(Boolean);
  const allows = (object: string) =>
    enforcer.allows(caller, { resource: 'applications', action, object });
  const metadata = { name, namespace };
  if (project && !allows(policyObject({ metadata, spec: { project } }))) {
    throw denied();
  }
  const application = platform.applications.get(instanceName(metadata));
  if (!application || !allows(policyObject(application))) {
    throw project ? notFound(name) : denied();
  }
  if (project && (application.spec.project || 'default') !== project) {
    throw notFound(name);
  }
  requireProject(context, application);
  return application;
}
