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

import { type PlatformRule, rule } from './PlatformRule';

/** `arn:aws:acm:<region>:<account>:certificate/<id>`. */
function partsOf(arn: string) {
  const [, , , region, account] = arn.split(':');
  return { region, account };
}

export const tlsRules: PlatformRule[] = [
  {
    name: 'certificate-nobody-uses',
    find: ({ features, clusters }) =>
      clusters.flatMap(({ name, certificateArn }, index) =>
        features.tls === 'cert-manager' && certificateArn
          ? [
              {
                at: `clusters[${index}].certificateArn`,
                reason: `cert-manager makes the certificates of ${name}, and TLS does not end at the load balancer that this one is for`,
                remedy: 'leave it out, or set features.tls to load-balancer',
              },
            ]
          : [],
      ),
  },
  {
    name: 'load-balancer-without-certificate',
    find: ({ features, clusters }) =>
      clusters.flatMap(({ name, profile, terraform, certificateArn }, index) =>
        features.tls === 'load-balancer' &&
        profile !== 'local' &&
        !terraform &&
        !certificateArn
          ? [
              {
                at: `clusters[${index}].certificateArn`,
                reason: `TLS ends at the load balancer of ${name}, and neither Terraform nor this file names a certificate for it`,
                remedy:
                  'name one of ACM here, or set features.tls to cert-manager',
              },
            ]
          : [],
      ),
  },
  {
    name: 'certificate-elsewhere',
    find: ({ aws, clusters }) =>
      clusters.flatMap((cluster, index) => {
        const { certificateArn } = cluster;
        if (!certificateArn) {
          return [];
        }
        const { region, account } = partsOf(certificateArn);
        const isHere =
          region === (cluster.region ?? aws.region) &&
          account === (cluster.accountId ?? aws.accountId);
        return isHere
          ? []
          : [
              {
                at: `clusters[${index}].certificateArn`,
                reason: `the certificate is in ${region} of ${account}, and a load balancer uses those of its own region and account alone`,
                remedy: `name one in ${cluster.region ?? aws.region} of ${
                  cluster.accountId ?? aws.accountId
                }`,
              },
            ];
      }),
  },
  rule(
    'load-balancer-without-dns',
    ({ features }) =>
      features.tls === 'load-balancer' && features.dns === 'none',
    {
      at: 'features.dns',
      reason:
        "the certificate of the load balancer is for the platform's own hosts, and nothing points these at it",
      remedy:
        'set it to cloudflare or route53, or features.tls to cert-manager',
    },
  ),
  rule(
    'load-balancer-on-a-laptop',
    ({ features, clusters }) =>
      features.tls === 'load-balancer' &&
      clusters.every(({ profile }) => profile === 'local'),
    {
      at: 'features.tls',
      reason: 'all clusters are local, and have no load balancer that ends TLS',
      remedy: 'set it to cert-manager',
    },
  ),
];
