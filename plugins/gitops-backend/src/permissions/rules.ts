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

import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { gitopsResourceRef } from './gitopsResourceRef';

const isEntityOwner = createPermissionRule({
  name: 'IS_ENTITY_OWNER',
  description: 'Allow what belongs to entities that one of the claims owns',
  resourceRef: gitopsResourceRef,
  paramsSchema: z.object({
    claims: z
      .array(z.string())
      .describe(
        'Entity references to match against the owners of the entity, such as user.info.ownershipEntityRefs',
      ),
  }),
  apply: ({ owners }, { claims }) =>
    owners.some(owner => claims.includes(owner)),
  toQuery: ({ claims }) => ({ key: 'owners', values: claims }),
});

const inEnvironment = createPermissionRule({
  name: 'IN_ENVIRONMENT',
  description: 'Allow what is in one of the environments',
  resourceRef: gitopsResourceRef,
  paramsSchema: z.object({
    environments: z
      .array(z.string())
      .describe(
        'Names of gitops.environments; "unknown" is what matches none of them',
      ),
  }),
  apply: ({ environment }, { environments }) =>
    environments.includes(environment),
  toQuery: ({ environments }) => ({
    key: 'environment',
    values: environments,
  }),
});

const inProject = createPermissionRule({
  name: 'IN_PROJECT',
  description: 'Allow what is in one of the Argo CD AppProjects',
  resourceRef: gitopsResourceRef,
  paramsSchema: z.object({
    projects: z.array(z.string()).describe('Names of AppProjects'),
  }),
  apply: ({ project }, { projects }) => projects.includes(project),
  toQuery: ({ projects }) => ({ key: 'project', values: projects }),
});

const onInstance = createPermissionRule({
  name: 'ON_INSTANCE',
  description: 'Allow what is on one of the upstream instances',
  resourceRef: gitopsResourceRef,
  paramsSchema: z.object({
    instances: z
      .array(z.string())
      .describe('Names of instances, as in the gitops configuration'),
  }),
  apply: ({ instance }, { instances }) => instances.includes(instance),
  toQuery: ({ instances }) => ({ key: 'instance', values: instances }),
});

/**
 * The rules that conditional decisions on `gitops-resource` are made of.
 * @public
 */
export const gitopsRules = {
  isEntityOwner,
  inEnvironment,
  inProject,
  onInstance,
};
