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

import { runOn, type TestRendering } from '../__testUtils__';
import { dnsOwners } from './dnsOwners';
import { releaseRules } from './releases';
import {
  certificateRotation,
  meshIngress,
  rolloutPauses,
  rolloutWeights,
} from './rolloutRules';
import type { Check } from '../core';

const rule = (id: string): Check => {
  const found = releaseRules.find(one => one.id === id);
  if (!found) throw new Error(`there is no ${id}`);
  return found;
};

const values = (
  chart: string,
  given: Record<string, unknown>,
): TestRendering => ({
  releases: [{ chart, values: given }],
});

const NLB = 'service.beta.kubernetes.io/aws-load-balancer-';

const webhook = { externalSecret: true, injectCaFrom: 'linkerd/x' };

const rollout = (
  strategy: string,
  weight: string,
) => `apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web }
spec: { strategy: ${strategy} }
---
apiVersion: traefik.io/v1alpha1
kind: TraefikService
metadata: { name: web }
spec: { weighted: { services: [{ name: stable${weight} }, { name: canary }] } }
`;

const canary = (step: string) =>
  `{ canary: { steps: [{ setWeight: 5 }, { ${step} }], trafficRouting: { traefik: { weightedTraefikServiceName: web } } } }`;

const certificate = (spec: string) => `apiVersion: cert-manager.io/v1
kind: Certificate
metadata: { name: identity, namespace: linkerd }
spec: { secretName: linkerd-identity-issuer, ${spec} }
`;

const strips = `apiVersion: traefik.io/v1alpha1
kind: Middleware
metadata: { name: strip }
spec: { headers: { customRequestHeaders: { l5d-dst-override: '' } } }
`;

const caBundle = 'jqPathExpressions: [.webhooks[]?.clientConfig.caBundle]';

/** A check, values (or more) with which it fails, what it says, and some with which it passes. */
const cases: [Check, TestRendering, RegExp, TestRendering][] = [
  [
    rule('graph/argocd-health'),
    values('argo-cd', {}),
    /health of a child Application: no band waits/,
    values('argo-cd', {
      configs: {
        cm: {
          'resource.customizations.health.argoproj.io_Application': 'x',
          'resource.customizations.health.argoproj.io_ApplicationSet': 'x',
        },
      },
    }),
  ],
  [
    rule('graph/server-side-diff'),
    values('argo-cd', { configs: { params: {} } }),
    /configs\.params\."controller\.diff\.server\.side" is not set/,
    values('argo-cd', {
      configs: { params: { 'controller.diff.server.side': true } },
    }),
  ],
  [
    rule('graph/webhook-drift'),
    values('argo-cd', {}),
    /caBundle of MutatingWebhookConfiguration is not ignored/,
    values('argo-cd', {
      configs: {
        cm: Object.fromEntries(
          ['Mutating', 'Validating'].map(one => [
            `resource.customizations.ignoreDifferences.admissionregistration.k8s.io_${one}WebhookConfiguration`,
            caBundle,
          ]),
        ),
      },
    }),
  ],
  [
    rule('graph/rollouts-traefik-group'),
    values('argo-rollouts', {
      controller: { extraArgs: ['--traefik-api-group=traefik.containo.us'] },
    }),
    /lacks --traefik-api-group=traefik\.io/,
    values('argo-rollouts', {
      controller: {
        extraArgs: [
          '--traefik-api-group=traefik.io',
          '--traefik-api-version=traefik.io/v1alpha1',
        ],
      },
    }),
  ],
  [
    rule('graph/load-balancer'),
    values('traefik', {
      service: {
        annotations: { [`${NLB}type`]: 'nlb', [`${NLB}proxy-protocol`]: '*' },
      },
    }),
    /in-tree controller[\s\S]*nlb-target-type[\s\S]*scheme[\s\S]*Traefik trusts nobody/,
    values('traefik', {
      service: {
        spec: { loadBalancerClass: 'service.k8s.aws/nlb' },
        annotations: {
          [`${NLB}nlb-target-type`]: 'ip',
          [`${NLB}scheme`]: 'internet-facing',
          [`${NLB}target-group-attributes`]: 'preserve_client_ip.enabled=true',
        },
      },
    }),
  ],
  [
    rule('graph/reloader'),
    values('reloader', { reloader: {} }),
    /reloader\.reloadStrategy is not set/,
    values('reloader', { reloader: { reloadStrategy: 'annotations' } }),
  ],
  [
    rule('graph/linkerd-certificates'),
    values('linkerd-control-plane', { proxyInjector: { injectCaFrom: 'x' } }),
    /identity\.issuer\.scheme[\s\S]*externalCA[\s\S]*proxyInjector: the chart makes a new certificate[\s\S]*profileValidator does not say/,
    values('linkerd-control-plane', {
      identity: { externalCA: true, issuer: { scheme: 'kubernetes.io/tls' } },
      proxyInjector: webhook,
      profileValidator: webhook,
      policyValidator: webhook,
    }),
  ],
  [
    rule('graph/linkerd-gateway-api'),
    values('linkerd-crds', { installGatewayAPI: true }),
    /would install CRDs of the Gateway API/,
    values('linkerd-crds', { installGatewayAPI: false }),
  ],
  [
    rule('graph/csi'),
    {
      releases: [
        {
          chart: 'secrets-store-csi-driver',
          values: { tokenRequests: [{ audience: 'sts.amazonaws.com' }] },
        },
        { chart: 'secrets-store-csi-driver-provider-aws', values: {} },
      ],
    },
    /syncSecret\.enabled is off[\s\S]*enableSecretRotation is off[\s\S]*no audience pods\.eks[\s\S]*a second time/,
    {
      releases: [
        {
          chart: 'secrets-store-csi-driver',
          values: {
            syncSecret: { enabled: true },
            enableSecretRotation: true,
            tokenRequests: [
              { audience: 'sts.amazonaws.com' },
              { audience: 'pods.eks.amazonaws.com' },
            ],
          },
        },
        {
          chart: 'secrets-store-csi-driver-provider-aws',
          values: { 'secrets-store-csi-driver': { install: false } },
        },
      ],
    },
  ],
  [
    rule('graph/loki'),
    values('loki', {
      deploymentMode: 'SimpleScalable',
      chunksCache: { enabled: false },
    }),
    /no schemaConfig[\s\S]*goes with Loki 4[\s\S]*resultsCache asks for the default memory/,
    values('loki', {
      loki: { schemaConfig: { configs: [{}] } },
      chunksCache: { allocatedMemory: 512 },
      resultsCache: { enabled: false },
    }),
  ],
  [
    rule('graph/vault-readiness'),
    values('vault', {}),
    /not ready until they are initialised/,
    values('vault', {
      server: { readinessProbe: { path: '/v1/sys/health?uninitcode=204' } },
    }),
  ],
  [
    rule('graph/prometheus-selectors'),
    values('kube-prometheus-stack', {}),
    /serviceMonitorSelectorNilUsesHelmValues is not set/,
    values('kube-prometheus-stack', {
      prometheus: {
        prometheusSpec: Object.fromEntries(
          ['serviceMonitor', 'podMonitor', 'rule', 'probe', 'scrapeConfig'].map(
            kind => [`${kind}SelectorNilUsesHelmValues`, false],
          ),
        ),
      },
    }),
  ],
  [
    rule('graph/image-updater'),
    values('argocd-image-updater', {
      config: {
        registries: [
          {
            name: 'ECR',
            api_url: 'https://1.dkr.ecr.eu.amazonaws.com',
            credsexpire: '24h',
          },
        ],
      },
    }),
    /registry ECR: a token of ECR lasts twelve hours, credsexpire is 24h/,
    values('argocd-image-updater', {
      config: {
        registries: [
          {
            name: 'ECR',
            api_url: 'https://1.dkr.ecr.eu.amazonaws.com',
            credsexpire: '10h',
          },
        ],
      },
    }),
  ],
  [
    dnsOwners,
    {
      releases: [
        {
          chart: 'external-dns',
          values: {
            txtOwnerId: 'a',
            txtPrefix: 'x',
            policy: 'sync',
            annotationPrefix: 'e/',
          },
        },
        { chart: 'external-dns', values: { txtOwnerId: 'a' } },
      ],
    },
    /txtOwnerId a is that of in-cluster too[\s\S]*which annotations it reads[\s\S]*has no txtPrefix[\s\S]*has no policy/,
    values('external-dns', {
      txtOwnerId: 'a',
      txtPrefix: 'x',
      policy: 'sync',
      annotationPrefix: 'e/',
    }),
  ],
  [
    rolloutWeights,
    {
      manifests: {
        web: rollout(canary('pause: { duration: 5m }'), ', weight: 3'),
      },
    },
    /TraefikService web has weights: each sync resets/,
    {
      isSample: true,
      manifests: { web: rollout(canary('pause: { duration: 5m }'), '') },
    },
  ],
  [
    rolloutPauses,
    { manifests: { web: rollout(canary('pause: {}'), '') } },
    /Rollout web waits until somebody promotes it/,
    { manifests: { web: rollout(canary('pause: { duration: 5m }'), '') } },
  ],
  [
    meshIngress,
    values('traefik', {
      deployment: { podAnnotations: { 'linkerd.io/inject': 'ingress' } },
    }),
    /nothing takes that header from clients/,
    {
      ...values('traefik', {
        deployment: { podAnnotations: { 'linkerd.io/inject': 'ingress' } },
      }),
      manifests: { config: strips },
    },
  ],
  [
    certificateRotation,
    { manifests: { mesh: certificate('privateKey: {}') } },
    /keeps its key at each renewal[\s\S]*does not say when it is renewed/,
    {
      manifests: {
        mesh: certificate(
          'duration: 48h, renewBefore: 25h, privateKey: { rotationPolicy: Always }',
        ),
      },
    },
  ],
];

describe('checks of what charts are told', () => {
  it.each(cases.map(one => [one[0].id, ...one] as const))(
    '%s',
    async (_, check, failing, expected, passing) => {
      const failed = await runOn(check, { renderings: [failing] });
      expect(failed.problems.map(({ what }) => what).join('\n')).toMatch(
        expected,
      );
      expect(failed.problems.every(({ mend }) => mend.length > 5)).toBe(true);
      const passed = await runOn(check, { renderings: [passing] });
      expect(passed.problems).toEqual([]);
      // It looked at something.
      expect(Object.keys(passed.counts)).not.toEqual([]);
    },
  );

  it('leaves none of the rules out', () => {
    const tested = new Set(cases.map(([check]) => check.id));
    expect(releaseRules.filter(({ id }) => !tested.has(id))).toEqual([]);
  });

  it('asks a capability of EKS for no health in Lua, and a local cluster for no load balancer', async () => {
    const managed = await runOn(rule('graph/argocd-health'), {
      renderings: [
        { ...values('argo-cd', {}), features: { argocd: 'eks-capability' } },
      ],
    });
    expect(managed.problems).toEqual([]);
  });
});
