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

import type { JsonObject } from '@backstage/types';
import fc from 'fast-check';
import { features } from '../platform/schema/featuresSchema';

const word = (max: number) =>
  fc
    .stringMatching(/^[b-z][a-z0-9]{2,8}$/)
    .map(text => `x${text}`.slice(0, max));

const option = (name: keyof typeof features.shape) => {
  const schema = features.shape[name];
  return 'options' in schema
    ? fc.constantFrom<string | boolean>(...schema.options)
    : fc.boolean();
};

/** Switches that go together: each is free, as far as the others let it be. */
const switches = fc
  .record({
    argocd: option('argocd'),
    argocdVaultPlugin: option('argocdVaultPlugin'),
    secrets: option('secrets'),
    vaultStorage: option('vaultStorage'),
    secretsDelivery: option('secretsDelivery'),
    workloadIdentity: option('workloadIdentity'),
    mesh: option('mesh'),
    tls: option('tls'),
    dns: option('dns'),
    gatewayApi: option('gatewayApi'),
    dashboardAuth: option('dashboardAuth'),
    gitProvider: option('gitProvider'),
    ci: option('ci'),
    imageUpdater: option('imageUpdater'),
    rollouts: option('rollouts'),
    nodes: option('nodes'),
    keda: option('keda'),
    monitoring: option('monitoring'),
    logs: option('logs'),
    traces: option('traces'),
    telemetryExport: option('telemetryExport'),
    policy: option('policy'),
    imageSignatures: option('imageSignatures'),
    runtimeSecurity: option('runtimeSecurity'),
    backup: option('backup'),
    portal: option('portal'),
  })
  .map(free => {
    const isManaged = free.argocd === 'eks-capability';
    const secrets = isManaged ? 'aws-secrets-manager' : free.secrets;
    const isAws = secrets === 'aws-secrets-manager';
    const watched = free.monitoring !== 'none';
    return {
      ...free,
      secrets,
      argocdVaultPlugin: free.argocdVaultPlugin && !isAws,
      vaultStorage: secrets === 'vault' ? free.vaultStorage : 'raft',
      secretsDelivery: isAws ? free.secretsDelivery : 'both',
      gatewayApi: free.gatewayApi || free.mesh !== 'none',
      dns: free.tls === 'load-balancer' ? 'route53' : free.dns,
      ci: free.gitProvider === 'github' ? free.ci : 'tekton',
      imageUpdater: free.imageUpdater && !isManaged,
      imageSignatures: free.policy === 'none' ? 'none' : free.imageSignatures,
      rollouts: free.rollouts && watched,
      logs: free.logs && watched,
      traces: free.traces && watched,
    };
  });

const nodes = fc
  .record({ min: fc.integer({ min: 3, max: 5 }), more: fc.nat(9) })
  .map(({ min, more }) => ({
    instanceTypes: ['m7i.large'],
    min,
    max: min + more,
  }));

/**
 * What `platform init` may be answered: every section, for an organisation, domain, account and region that the shipped
 * platform does not have.
 */
export const arbitraryAnswers: fc.Arbitrary<JsonObject> = fc
  .record({
    organisation: word(10),
    domain: word(12).map(name => `${name}.dev`),
    account: fc.stringMatching(/^[2-9]\d{11}$/),
    region: fc.constantFrom('us-east-1', 'ap-southeast-2', 'eu-west-3'),
    branch: fc.constantFrom('main', 'trunk', 'release/1'),
    environments: fc.uniqueArray(word(8), { minLength: 1, maxLength: 4 }),
    clusters: fc.uniqueArray(word(8), { maxLength: 2 }),
    profiles: fc.array(fc.constantFrom('dev', 'staging', 'production'), {
      minLength: 3,
      maxLength: 3,
    }),
    nodes,
    features: switches,
    state: fc.constantFrom('s3', 'hcp'),
    workload: fc.boolean(),
  })
  .map(
    ({ organisation, domain, account, region, features: chosen, ...rest }) => {
      const names = ['in-cluster', ...rest.clusters];
      const made = names.map((_, index) => `t${index}`);
      const writer = chosen.imageUpdater ? 'image-updater' : 'ci';
      return {
        organisation,
        repository: {
          url: `https://git.${domain}/${organisation}/platform.git`,
          branch: rest.branch,
        },
        registry: `registry.${domain}/${organisation}`,
        environments: rest.environments.map((name, index) => ({
          name,
          domain: `${name}.${domain}`,
          cluster: names[index % names.length],
          writer: index === 0 ? writer : 'promotion',
        })),
        clusters: names.map((name, index) => ({
          name,
          profile: rest.profiles[index],
          domain: `p${index}.${domain}`,
          terraform: made[index],
        })),
        aws: { accountId: account, region },
        contact: `ops@${domain}`,
        sso: {
          issuer: `https://id.${domain}/realms/x`,
          groups: {
            developers: `${organisation} developers`,
            platformEngineers: `${organisation}/platform`,
            securityTeam: `${organisation}:security`,
          },
        },
        network: { allowedCidrs: ['192.0.2.0/24', '198.51.100.7/32'] },
        notifications: {
          slack: null,
          teams: false,
          email: false,
          pagerduty: true,
        },
        features: chosen,
        workloads: rest.workload
          ? [{ name: 'whoami', environments: rest.environments.slice(0, 2) }]
          : [],
        terraform: {
          state: rest.state,
          environments: Object.fromEntries(
            made.map((name, index) => [
              name,
              {
                cidr: `10.${index}.0.0/16`,
                natGateways: 'per-zone',
                kubernetes: '1.35',
                addonNodes: rest.nodes,
                workloadNodes: rest.nodes,
              },
            ]),
          ),
        },
      };
    },
  );
