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

import type {
  PlatformFile,
  Profile,
  TerraformEnvironment,
} from '../PlatformFile';
import { type PlatformRule, rule } from './PlatformRule';

/** The HA mode of Argo CD's Redis, Vault's Raft and Linkerd want three nodes. */
const ADD_ON_NODES = 3;
const WORKLOAD_NODES = 2;
const LEAST_NODES = 2;

const PRODUCTION = /^(prod|production|live)$/;

/** What Terraform makes for production. */
function productionEnvironments({
  clusters,
  terraform,
}: PlatformFile): [string, TerraformEnvironment][] {
  const names = clusters
    .filter(({ profile }) => profile === 'production')
    .map(cluster => cluster.terraform);
  return Object.entries(terraform.environments).filter(([name]) =>
    names.includes(name),
  );
}

function groupsOf({ terraform }: PlatformFile) {
  return Object.entries(terraform.environments).flatMap(([name, made]) =>
    (['addonNodes', 'workloadNodes'] as const).map(group => ({
      at: `terraform.environments.${name}.${group}`,
      ...made[group],
    })),
  );
}

export const availabilityRules: PlatformRule[] = [
  {
    name: 'production-with-few-nodes',
    find: platform =>
      productionEnvironments(platform).flatMap(
        ([name, { addonNodes, workloadNodes }]) => [
          ...(addonNodes.min < ADD_ON_NODES
            ? [
                {
                  at: `terraform.environments.${name}.addonNodes.min`,
                  reason: `production runs three replicas of Vault, of Argo CD's Redis and of the mesh, each on a node of its own, and there are ${addonNodes.min}`,
                  remedy: `set it to ${ADD_ON_NODES} or more`,
                },
              ]
            : []),
          ...(workloadNodes.min < WORKLOAD_NODES
            ? [
                {
                  at: `terraform.environments.${name}.workloadNodes.min`,
                  reason:
                    'with one node for the services of production, its loss is an outage',
                  remedy: `set it to ${WORKLOAD_NODES} or more`,
                },
              ]
            : []),
        ],
      ),
  },
  {
    name: 'production-with-single-nat',
    find: platform =>
      productionEnvironments(platform)
        .filter(([, { natGateways }]) => natGateways === 'single')
        .map(([name]) => ({
          at: `terraform.environments.${name}.natGateways`,
          reason:
            'the loss of the zone that the one NAT gateway is in would cut all of production off from registries and AWS',
          remedy: 'set it to per-zone',
        })),
  },
  {
    name: 'production-on-a-small-cluster',
    find: ({ environments, clusters }) =>
      environments.flatMap(({ name, cluster }, index) => {
        const small: Profile[] = ['local', 'dev'];
        const profile = clusters.find(one => one.name === cluster)?.profile;
        return PRODUCTION.test(name) && profile && small.includes(profile)
          ? [
              {
                at: `environments[${index}].cluster`,
                reason: `${name} runs in ${cluster}, whose profile ${profile} runs one replica of everything`,
                remedy: `give ${cluster} the profile production, or run ${name} elsewhere`,
              },
            ]
          : [];
      }),
  },
  {
    name: 'single-node',
    find: platform =>
      groupsOf(platform)
        .filter(({ min }) => min < LEAST_NODES)
        .map(({ at, min }) => ({
          at: `${at}.min`,
          reason: `with ${min} node, an update of the nodes has nowhere to move the pods to`,
          remedy: `set it to ${LEAST_NODES} or more`,
        })),
  },
  {
    name: 'fewest-above-most-nodes',
    find: platform =>
      groupsOf(platform)
        .filter(({ min, max }) => min > max)
        .map(({ at, min, max }) => ({
          at,
          reason: `there are to be at least ${min} nodes and at most ${max}`,
          remedy: 'set max to min or more',
        })),
  },
  rule(
    'production-without-alerts',
    ({ clusters, features, notifications }) => {
      const { slack, teams, email, pagerduty } = notifications;
      return (
        clusters.some(({ profile }) => profile === 'production') &&
        features.monitoring === 'prometheus' &&
        !(slack || teams || email || pagerduty)
      );
    },
    {
      at: 'notifications',
      reason: 'nobody would hear of an alert in production',
      remedy: 'set one of slack, teams, email and pagerduty',
    },
  ),
];
