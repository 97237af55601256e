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

import type { PlatformFile } from '../PlatformFile';
import type { PlatformRule } from './PlatformRule';
import { overlap, rangeOf } from './ranges';

const LEAST_PREFIX = 8;
const VPC_PREFIXES = { from: 16, to: 24 };

/** Every range that a VPC has, with where it is written. */
function vpcRanges({ terraform, clusters }: PlatformFile) {
  return [
    ...Object.entries(terraform.environments).map(([name, { cidr }]) => ({
      at: `terraform.environments.${name}.cidr`,
      cidr,
    })),
    ...clusters.flatMap(({ vpcCidr, terraform: made }, index) =>
      vpcCidr && !made
        ? [{ at: `clusters[${index}].vpcCidr`, cidr: vpcCidr }]
        : [],
    ),
  ];
}

function allRanges(platform: PlatformFile) {
  return [
    ...vpcRanges(platform),
    ...platform.network.allowedCidrs.map((cidr, index) => ({
      at: `network.allowedCidrs[${index}]`,
      cidr,
    })),
  ];
}

export const networkRules: PlatformRule[] = [
  {
    name: 'overlapping-cidrs',
    find: platform => {
      const ranges = vpcRanges(platform);
      return ranges.flatMap(({ at, cidr }, index) =>
        ranges
          .slice(0, index)
          .filter(other => overlap(other.cidr, cidr))
          .map(other => ({
            at,
            reason: `${cidr} overlaps with ${other.cidr} of ${other.at}: two such networks can never be connected`,
            remedy:
              'give each network a range of its own, such as 10.40.0.0/16',
          })),
      );
    },
  },
  {
    name: 'cidr-with-host-bits',
    find: platform =>
      allRanges(platform)
        .filter(({ cidr }) => !rangeOf(cidr).aligned)
        .map(({ at, cidr }) => ({
          at,
          reason: `${cidr} is an address inside of its range, which AWS and Kubernetes refuse`,
          remedy: `write the first address of the range, or /32 for this one alone`,
        })),
  },
  {
    name: 'vpc-size',
    find: ({ terraform }) =>
      Object.entries(terraform.environments)
        .filter(([, { cidr }]) => {
          const { prefix } = rangeOf(cidr);
          return prefix < VPC_PREFIXES.from || prefix > VPC_PREFIXES.to;
        })
        .map(([name, { cidr }]) => ({
          at: `terraform.environments.${name}.cidr`,
          reason: `${cidr} is too large for a VPC, or too small for the pods of a cluster, each of which has an address of it`,
          remedy: `use a range between /${VPC_PREFIXES.from} and /${VPC_PREFIXES.to}`,
        })),
  },
  {
    name: 'open-dashboards',
    find: ({ network }) =>
      network.allowedCidrs.flatMap((cidr, index) =>
        rangeOf(cidr).prefix < LEAST_PREFIX
          ? [
              {
                at: `network.allowedCidrs[${index}]`,
                reason: `${cidr} lets a great part of the internet open the dashboards`,
                remedy:
                  "name your offices' and your VPN's addresses, each range at most a /8",
              },
            ]
          : [],
      ),
  },
];
