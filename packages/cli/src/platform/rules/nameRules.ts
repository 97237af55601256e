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

import { duplicates } from './duplicates';
import { type PlatformRule, rule } from './PlatformRule';

/** How namespaces of the platform and of Kubernetes itself end. */
const PLATFORM_ENDINGS = [
  'system',
  'public',
  'lease',
  'secrets',
  'manager',
  'dns',
];

export const nameRules: PlatformRule[] = [
  {
    name: 'environment-of-platform-namespaces',
    find: ({ environments }) =>
      environments.flatMap(({ name }, index) =>
        PLATFORM_ENDINGS.includes(name)
          ? [
              {
                at: `environments[${index}].name`,
                reason: `services may write to namespaces that end with -${name}, and namespaces of the platform do, such as kube-system, external-secrets or cert-manager`,
                remedy: 'choose another name',
              },
            ]
          : [],
      ),
  },
  {
    name: 'duplicate-workload',
    find: ({ workloads }) =>
      duplicates(workloads, ({ name }) => name).map(({ index, key }) => ({
        at: `workloads[${index}].name`,
        reason: `${key} is there already, so two Applications would have one name`,
        remedy: 'name all of its environments in one item',
      })),
  },
  {
    name: 'workload-twice-in-an-environment',
    find: ({ workloads }) =>
      workloads.flatMap(({ name, environments }, index) =>
        duplicates(environments, environment => environment).map(
          ({ index: item, key }) => ({
            at: `workloads[${index}].environments[${item}]`,
            reason: `${name} is in ${key} already, so two Applications would have one name`,
            remedy: 'name each environment once',
          }),
        ),
      ),
  },
  {
    name: 'workload-in-unknown-environment',
    find: ({ workloads, environments }) =>
      workloads.flatMap(({ name, environments: named }, index) =>
        named.flatMap((environment, item) =>
          environments.some(known => known.name === environment)
            ? []
            : [
                {
                  at: `workloads[${index}].environments[${item}]`,
                  reason: `${name} is to run in ${environment}, which is not one of environments`,
                  remedy: `choose from ${environments
                    .map(known => known.name)
                    .join(', ')}, or add it there`,
                },
              ],
        ),
      ),
  },
  rule(
    'developers-are-administrators',
    ({ sso: { groups } }) =>
      new Set([
        groups.developers,
        groups.platformEngineers,
        groups.securityTeam,
      ]).size < 3,
    {
      at: 'sso.groups',
      reason:
        'two roles are of one group, so that each member has the rights of both: whoever develops a service could change the platform',
      remedy: 'name three groups of the identity provider',
    },
  ),
];
