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
import type { Application } from '../types';
import type { RouteContext } from './RouteContext';

const NAMESPACE = 'argocd';

/** Argo CD's answer where an Application is not there: it does not say so unless the project is named. */
export function notFound(name: string, project: string | undefined): GrpcError {
  return project
    ? new GrpcError('notFound', `applications.argoproj.io "${name}" not found`)
    : new GrpcError('permissionDenied', 'permission denied');
}

/**
 * The Application that a call names, with its `appNamespace` and `project`. Throws `GrpcError`: 403 where there is
 * none, 404 where the call names a project that it is not in.
 */
export function findApplication(
  { platform, request, params }: RouteContext,
  options: { body?: Record<string, unknown> } = {},
): Application {
  const { body } = options;
  const text = (name: string) =>
    typeof body?.[name] === 'string' && body[name] !== ''
      ? String(body[name])
      : queryValue(request, name);
  const namespace = text('appNamespace');
  if (namespace && namespace !== NAMESPACE) {
    throw new GrpcError('unknown', `namespace '${namespace}' is not permitted`);
  }
  const project =
    text('project') ?? queryValues(request, 'projects').find(Boolean);
  const application = platform.applications.get(params.name);
  if (!application) {
    throw notFound(params.name, project);
  }
  if (project && (application.spec.project || 'default') !== project) {
    throw notFound(params.name, project);
  }
  return application;
}
