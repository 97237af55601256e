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

import type { Request } from 'express';
import { GrpcError, queryValue, queryValues } from '../http';
import { matchLabels, parseSelector, type Requirement } from '../labels';
import { sourcesOf } from '../projects';
import type { Caller, Enforcer } from '../rbac';
import { policyObject } from '../store';
import type { Application } from '../types';

/** Which Applications a call is about. */
export interface ApplicationFilter {
  name?: string;
  requirements: Requirement[];
  projects: string[];
  repo?: string;
  appNamespace?: string;
}

/** Whether a caller may see an Application. */
export function isVisible(
  enforcer: Enforcer,
  caller: Caller,
  application: Application,
): boolean {
  return enforcer.allows(caller, {
    resource: 'applications',
    action: 'get',
    object: policyObject(application),
  });
}

/** Reads the filter of a call; `problem` begins the message where its selector cannot be read (500, code 2). */
export function readFilter(
  request: Request,
  problem: string,
): ApplicationFilter {
  const old = queryValues(request, 'project').filter(Boolean);
  let requirements: Requirement[];
  try {
    requirements = parseSelector(queryValue(request, 'selector') ?? '');
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new GrpcError('unknown', `${problem}: ${message}`);
  }
  return {
    name: queryValue(request, 'name'),
    requirements,
    projects:
      old.length > 0 ? old : queryValues(request, 'projects').filter(Boolean),
    repo: queryValue(request, 'repo'),
    appNamespace: queryValue(request, 'appNamespace'),
  };
}

/** Whether an Application passes; a multi-source one is known by the repository of its first source. */
export function passes(
  filter: ApplicationFilter,
  { metadata, spec }: Application,
): boolean {
  const { name, projects, repo, appNamespace } = filter;
  return (
    (!name || metadata.name === name) &&
    (projects.length === 0 || projects.includes(spec.project || 'default')) &&
    (!repo || sourcesOf(spec)[0]?.repoURL === repo) &&
    (!appNamespace || metadata.namespace === appNamespace) &&
    matchLabels(filter.requirements, metadata.labels)
  );
}
