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

import { HOSTS } from '../../facts/hosts';
import { duplicates } from './duplicates';
import type { PlatformRule } from './PlatformRule';

export const domainRules: PlatformRule[] = [
  {
    name: 'duplicate-environment-domain',
    find: ({ environments }) =>
      duplicates(environments, ({ domain }) => domain).map(
        ({ index, first }) => ({
          at: `environments[${index}].domain`,
          reason: `${environments[first].name} has the same domain, so a service would have one address for two environments`,
          remedy: `put the environment's name before it: ${environments[index].name}.${environments[index].domain}`,
        }),
      ),
  },
  {
    name: 'duplicate-cluster-domain',
    find: ({ clusters }) =>
      duplicates(clusters, ({ domain }) => domain).map(({ index, first }) => ({
        at: `clusters[${index}].domain`,
        reason: `${clusters[first].name} has the same domain, so two Argo CDs and two Grafanas would have one address`,
        remedy: `put the cluster's name before it: ${clusters[index].name}.${clusters[index].domain}`,
      })),
  },
  {
    name: 'domain-of-cluster-and-environment',
    find: ({ clusters, environments }) =>
      clusters.flatMap(({ domain }, index) =>
        environments
          .filter(environment => environment.domain === domain)
          .map(({ name }) => ({
            at: `clusters[${index}].domain`,
            reason: `the services of ${name} answer below the same domain: a service called grafana would take the platform's own host`,
            remedy: `use a domain of the platform's own, such as platform.${domain}`,
          })),
      ),
  },
  {
    name: 'domain-is-platform-host',
    find: ({ clusters, environments }) =>
      environments.flatMap(({ domain }, index) =>
        clusters
          .flatMap(cluster => HOSTS.map(host => `${host}.${cluster.domain}`))
          .filter(host => host === domain)
          .map(host => ({
            at: `environments[${index}].domain`,
            reason: `${host} is the address of one of the platform's own dashboards`,
            remedy: 'choose a domain that no cluster uses',
          })),
      ),
  },
];
