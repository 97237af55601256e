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

import { matchGlob } from '../glob';
import { GrpcError } from '../http/GrpcError';
import type { ProjectStore } from '../projects';
import type { ProjectRole } from '../types';
import type { Caller } from './Caller';
import { parsePolicies, type Policies } from './parsePolicies';

/** What somebody wants to do. */
export interface Demand {
  resource:
    | 'applications'
    | 'applicationsets'
    | 'clusters'
    | 'logs'
    | 'projects';
  action: 'get' | 'create' | 'update' | 'delete' | 'sync';
  /** `project/name`, `project/namespace/name`, or the name of what belongs to no project. */
  object: string;
}

const NOBODY: Policies = { rules: [], groups: [] };

function holds(policies: Policies, subject: string, demand: Demand): boolean {
  const subjects = new Set([subject]);
  // Roles may stand for roles; each is added once, and the set grows while it is walked.
  for (const member of subjects) {
    for (const group of policies.groups) {
      if (group.member === member) {
        subjects.add(group.role);
      }
    }
  }
  const { resource, action, object } = demand;
  const matching = policies.rules.filter(
    rule =>
      subjects.has(rule.subject) &&
      matchGlob(rule.resource, resource) &&
      matchGlob(rule.action, action) &&
      matchGlob(rule.object, object),
  );
  return matching.length > 0 && matching.every(rule => rule.allow);
}

/** Decides what a caller may do, by the server's policy and by the roles of the projects. */
export class Enforcer {
  readonly #policies: Policies;
  readonly #projects: ProjectStore;
  readonly #parsed = new WeakMap<ProjectRole[], Policies>();

  constructor(policyLines: string[], projects: ProjectStore) {
    this.#policies = parsePolicies(policyLines);
    this.#projects = projects;
  }

  allows({ username }: Caller, demand: Demand): boolean {
    const roles = this.#projectPolicies(demand);
    return holds(
      {
        rules: [...this.#policies.rules, ...roles.rules],
        groups: [...this.#policies.groups, ...roles.groups],
      },
      username,
      demand,
    );
  }

  /** Throws `GrpcError` 403 that says what was refused, as Argo CD does where the caller may know of the object. */
  require(caller: Caller, demand: Demand): void {
    if (!this.allows(caller, demand)) {
      const { resource, action, object } = demand;
      throw new GrpcError(
        'permissionDenied',
        `permission denied: ${resource}, ${action}, ${object}, sub: ${caller.username}, iat: ${caller.issuedAt}`,
      );
    }
  }

  /** The roles of the project that the object is in: a project has no say in another one. */
  #projectPolicies({ object }: Demand): Policies {
    const name = object.split('/')[0];
    const roles = this.#projects.get(name)?.spec.roles;
    if (!roles?.length) {
      return NOBODY;
    }
    const known = this.#parsed.get(roles);
    if (known) {
      return known;
    }
    const parsed = parsePolicies(
      roles.flatMap(role => [
        `p, proj:${name}:${role.name}, projects, get, ${name}, allow`,
        ...(role.policies ?? []),
      ]),
    );
    this.#parsed.set(roles, parsed);
    return parsed;
  }
}
