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

import { IN_CLUSTER } from '../../facts/factsOf';
import { duplicates } from './duplicates';
import { type PlatformRule, rule } from './PlatformRule';

/** Load balancers take 32 characters, buckets no capitals. */
const AWS_NAME = /^[a-z0-9-]{1,32}$/;

export const clusterRules: PlatformRule[] = [
  rule(
    'in-cluster-missing',
    ({ clusters }) => !clusters.some(({ name }) => name === IN_CLUSTER),
    {
      at: 'clusters',
      reason: `no cluster is called ${IN_CLUSTER}, and Argo CD knows the cluster that it runs in by that name`,
      remedy: `call the cluster that Argo CD runs in ${IN_CLUSTER}`,
    },
  ),
  {
    name: 'duplicate-cluster',
    find: ({ clusters }) =>
      duplicates(clusters, ({ name }) => name).map(({ index, key }) => ({
        at: `clusters[${index}].name`,
        reason: `two clusters are called ${key}, so their add-ons would overwrite each other`,
        remedy: 'give each cluster a name of its own',
      })),
  },
  {
    name: 'unknown-cluster',
    find: ({ environments, clusters }) =>
      environments.flatMap(({ name, cluster }, index) =>
        clusters.some(known => known.name === cluster)
          ? []
          : [
              {
                at: `environments[${index}].cluster`,
                reason: `${name} is to run in ${cluster}, which is not one of clusters`,
                remedy: `choose from ${clusters
                  .map(known => known.name)
                  .join(', ')}, or add it there`,
              },
            ],
      ),
  },
  {
    name: 'unknown-terraform-environment',
    find: ({ clusters, terraform }) =>
      clusters.flatMap(({ name, terraform: made }, index) =>
        made === undefined || Object.hasOwn(terraform.environments, made)
          ? []
          : [
              {
                at: `clusters[${index}].terraform`,
                reason: `${name} is made by ${made}, which is not in terraform.environments`,
                remedy:
                  'add it there, or leave the key out where something else makes the cluster',
              },
            ],
      ),
  },
  {
    name: 'shared-terraform-environment',
    find: ({ clusters }) =>
      duplicates(
        clusters.map((cluster, index) => ({ ...cluster, index })),
        ({ terraform, index }) => terraform ?? `#${index}`,
      ).map(({ index, key, first }) => ({
        at: `clusters[${index}].terraform`,
        reason: `${clusters[first].name} and ${clusters[index].name} are both made by ${key}, which makes one EKS cluster`,
        remedy: 'give each cluster an environment of terraform of its own',
      })),
  },
  {
    name: 'organisation-in-aws-names',
    find: ({ organisation, terraform }) => {
      const names = Object.keys(terraform.environments).map(
        environment => `${organisation}-${environment}`,
      );
      const wrong = names.find(one => !AWS_NAME.test(one));
      return wrong === undefined
        ? []
        : [
            {
              at: 'organisation',
              reason: `${wrong} is to be the name of a cluster, and what buckets and roles begin with, which are lower-case letters, digits and hyphens, and at most 32 of them`,
              remedy:
                'write the organisation in lower case (Git hosts do not mind), or shorten it or the environment of terraform',
            },
          ];
    },
  },
  {
    name: 'local-made-by-terraform',
    find: ({ clusters }) =>
      clusters.flatMap(({ name, profile, terraform }, index) =>
        profile === 'local' && terraform
          ? [
              {
                at: `clusters[${index}].profile`,
                reason: `${name} is a local cluster, and Terraform makes EKS clusters`,
                remedy: 'use the profile dev, or leave terraform out',
              },
            ]
          : [],
      ),
  },
  {
    name: 'proxy-protocol-from-nobody',
    find: ({ clusters }) =>
      clusters.flatMap(({ name, profile, terraform, vpcCidr }, index) =>
        profile !== 'local' && !terraform && !vpcCidr
          ? [
              {
                at: `clusters[${index}].vpcCidr`,
                reason: `Traefik of ${name} believes the load balancer who the client is, by the addresses of the network, and neither Terraform nor this file names them: nobody would be on an allow list`,
                remedy: `name the range of the network that ${name} is in, such as 10.10.0.0/16`,
              },
            ]
          : [],
      ),
  },
  rule(
    'karpenter-without-terraform',
    ({ features, clusters }) =>
      features.nodes === 'karpenter' &&
      !clusters.some(({ terraform }) => terraform !== undefined),
    {
      at: 'features.nodes',
      reason:
        'Karpenter makes EC2 instances with a role and a queue that Terraform makes, and Terraform makes none of the clusters',
      remedy: 'set it to managed',
    },
  ),
];
