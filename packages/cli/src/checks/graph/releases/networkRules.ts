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

import type { ChartRelease } from '../../rendering';
import { listAt, recordAt, textAt, valueAt } from '../../yaml';
import { expects } from './expects';
import type { ReleaseRule } from './releaseRule';

/** What Traefik and the mesh must be told. @internal */
export const networkRules: readonly ReleaseRule[] = [
  {
    id: 'graph/load-balancer',
    title:
      'Traefik’s load balancer is made by the AWS controller, of the kind that keeps the client’s address',
    charts: ['traefik'],
    findings: ({ values, application }, { platform }) => {
      const profile = platform.clusters.find(
        one => one.name === application.cluster,
      )?.profile;
      if (profile === 'local') return [];
      const prefix = 'service.beta.kubernetes.io/aws-load-balancer-';
      const annotations = recordAt(values, 'service', 'annotations');
      const findings = [];
      const byClass = textAt(values, 'service', 'spec', 'loadBalancerClass');
      if (
        byClass !== 'service.k8s.aws/nlb' &&
        annotations[`${prefix}type`] !== 'external'
      ) {
        findings.push({
          what: 'the in-tree controller would make its load balancer, and what it made cannot be changed',
          mend: 'Set service.spec.loadBalancerClass: service.k8s.aws/nlb.',
        });
      }
      for (const [name, values_] of [
        ['nlb-target-type', ['ip', 'instance']],
        ['scheme', ['internet-facing', 'internal']],
      ] as const) {
        if (!values_.some(one => annotations[`${prefix}${name}`] === one)) {
          findings.push({
            what: `does not set ${prefix}${name}`,
            mend: `Set it to ${values_.join(' or ')} in service.annotations.`,
          });
        }
      }
      const usesProtocol =
        annotations[`${prefix}proxy-protocol`] === '*' ||
        String(annotations[`${prefix}target-group-attributes`] ?? '').includes(
          'proxy_protocol_v2.enabled=true',
        );
      const keepsClient = String(
        annotations[`${prefix}target-group-attributes`] ?? '',
      ).includes('preserve_client_ip.enabled=true');
      const trusted = listAt(
        values,
        'ports',
        'websecure',
        'proxyProtocol',
        'trustedIPs',
      );
      if (!usesProtocol && !keepsClient) {
        findings.push({
          what: 'hides the client’s address: ipAllowList sees the load balancer',
          mend: 'Turn on the proxy protocol or preserve_client_ip by an annotation.',
        });
      }
      if (usesProtocol && trusted.length === 0) {
        findings.push({
          what: 'speaks the proxy protocol, but Traefik trusts nobody’s',
          mend: 'Set ports.*.proxyProtocol.trustedIPs to the addresses of the load balancer.',
        });
      }
      return findings;
    },
  },
  {
    id: 'graph/linkerd-certificates',
    title: 'Linkerd’s certificates come from cert-manager, not from the chart',
    charts: ['linkerd-control-plane', 'linkerd-viz'],
    findings: (release, rendering) =>
      release.chart === 'linkerd-viz'
        ? externalSecrets(release, ['tap', 'tapInjector'])
        : [
            ...expects(
              ['identity', 'issuer', 'scheme'],
              'kubernetes.io/tls',
              'the issuer’s certificate would come out of the values',
            )(release, rendering),
            ...expects(
              ['identity', 'externalCA'],
              true,
              'the trust anchor would come out of the values',
            )(release, rendering),
            ...externalSecrets(release, [
              'proxyInjector',
              'profileValidator',
              'policyValidator',
            ]),
          ],
  },
  {
    id: 'graph/linkerd-gateway-api',
    title: 'Linkerd’s charts leave the Gateway API alone',
    charts: ['linkerd-crds', 'linkerd-control-plane'],
    findings: ({ values, chart }) => {
      const found = [
        valueAt(values, 'installGatewayAPI'),
        valueAt(values, 'enableHttpRoutes'),
      ];
      return chart === 'linkerd-crds' && !found.some(one => one === false)
        ? [
            {
              what: 'linkerd-crds would install CRDs of the Gateway API too',
              mend: 'Set installGatewayAPI: false.',
            },
          ]
        : [];
    },
  },
];

function externalSecrets(
  { values }: ChartRelease,
  webhooks: string[],
): { what: string; mend: string }[] {
  return webhooks.flatMap(webhook => {
    const { externalSecret, injectCaFrom, injectCaFromSecret, caBundle } =
      recordAt(values, webhook);
    return [
      ...(externalSecret === true
        ? []
        : [
            {
              what: `${webhook}: the chart makes a new certificate at every render, and each sync replaces it`,
              mend: `Set ${webhook}.externalSecret: true.`,
            },
          ]),
      ...(injectCaFrom || injectCaFromSecret || caBundle
        ? []
        : [
            {
              what: `${webhook} does not say where its CA comes from`,
              mend: `Set ${webhook}.injectCaFrom to its Certificate.`,
            },
          ]),
    ];
  });
}
