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

import type { PlatformCluster, PlatformFile } from '../platform/PlatformFile';
import { eksName } from './eksName';
import type { Fact, Facts } from './Facts';
import { mailServerOf } from './mailServerOf';
import { HOSTS } from './hosts';

/** Argo CD runs in it, and knows it by this name. */
export const IN_CLUSTER = 'in-cluster';

const IN_CLUSTER_SERVER = 'https://kubernetes.default.svc';

/**
 * What templates may name for a cluster.
 * @public
 */
export function factsOf(
  platform: PlatformFile,
  cluster: PlatformCluster,
): Facts {
  return new Map<string, Fact | undefined>([
    ...platformFacts(platform),
    ...clusterFacts(platform, cluster),
    ...HOSTS.map((name): [string, Fact] => [
      `hosts.${name}`,
      `${name}.${cluster.domain}`,
    ]),
    ...Object.entries(platform.features).map(
      ([name, value]): [string, Fact] => [`features.${name}`, value],
    ),
  ]);
}

function platformFacts(platform: PlatformFile): [string, Fact | undefined][] {
  const { repository, aws, sso, notifications, secretStore } = platform;
  const domains = [...platform.environments, ...platform.clusters].map(
    ({ domain }) => domain,
  );
  return [
    ['release', platform.release],
    ['organisation', platform.organisation],
    ['repository.url', repository.url],
    ['repository.branch', repository.branch],
    ['repository.webUrl', repository.url.replace(/\.git$/, '')],
    ['registry', platform.registry],
    ['registries.prefixes', registryPrefixes(platform)],
    ['contact', platform.contact],
    ['aws.accountId', aws.accountId],
    ['aws.region', aws.region],
    ['sso.issuer', sso.issuer],
    ['sso.groups.developers', sso.groups.developers],
    ['sso.groups.platformEngineers', sso.groups.platformEngineers],
    ['sso.groups.securityTeam', sso.groups.securityTeam],
    ['network.allowedCidrs', platform.network.allowedCidrs],
    ['notifications.slack.platform', notifications.slack?.platform],
    ['notifications.slack.developers', notifications.slack?.developers],
    [
      'notifications.slack.security',
      notifications.slack?.security ?? notifications.slack?.platform,
    ],
    ...Object.entries(mailServerOf(platform)).map(
      ([key, value]): [string, Fact] => [`notifications.email.${key}`, value],
    ),
    ['secretStore.kind', secretStore.kind],
    ['secretStore.name', secretStore.name],
    ['domains', [...new Set(domains)]],
    [
      'wildcards',
      [...new Set(domains)].flatMap(domain => [domain, `*.${domain}`]),
    ],
    ['placeholderImage.repository', platform.placeholderImage.repository],
    ['placeholderImage.tag', platform.placeholderImage.tag],
    ...environmentFacts(platform),
  ];
}

/** What the images of services begin with: an environment may have a registry of its own. */
function registryPrefixes({ registry, environments }: PlatformFile): string[] {
  const all = [registry, ...environments.flatMap(one => one.registry ?? [])];
  return [...new Set(all)].map(one => `${one.replace(/\/+$/, '')}/`);
}

/** Every host that a cluster answers to: those of the platform, and those of the environments that live on it. */
function wildcardsOf(
  { environments }: PlatformFile,
  { name, domain }: PlatformCluster,
): string[] {
  const here = environments.filter(({ cluster }) => cluster === name);
  return [...new Set([domain, ...here.map(one => one.domain)])].map(
    one => `*.${one}`,
  );
}

/** Who may do what, and who is woken, by the order of promotion. */
function environmentFacts({ environments }: PlatformFile): [string, Fact][] {
  const names = environments.map(({ name }) => name);
  const beforeLast = environments.slice(0, -1);
  const unpaged = beforeLast.map(({ name }) => name);
  const open = beforeLast
    .filter(({ writer }, index) => index === 0 || writer === 'ci')
    .map(({ name }) => name);
  return [
    ['environments', names],
    ['environments.named', names.map(name => ({ name }))],
    ['environments.open', open.length > 0 ? open : names],
    ['environments.unpaged', unpaged],
    ['environments.unpagedPattern', unpaged.join('|')],
  ];
}

function clusterFacts(
  platform: PlatformFile,
  cluster: PlatformCluster,
): [string, Fact | undefined][] {
  const made = cluster.terraform
    ? platform.terraform.environments[cluster.terraform]
    : undefined;
  return [
    ['cluster.name', cluster.name],
    ['cluster.profile', cluster.profile],
    ['cluster.domain', cluster.domain],
    ['cluster.wildcards', wildcardsOf(platform, cluster)],
    ['cluster.region', cluster.region ?? platform.aws.region],
    ['cluster.accountId', cluster.accountId ?? platform.aws.accountId],
    ['cluster.eksName', eksName(platform, cluster)],
    ['cluster.certificateArn', cluster.certificateArn],
    ['cluster.vpcCidr', cluster.vpcCidr ?? made?.cidr],
    [
      'cluster.server',
      cluster.server ??
        (cluster.name === IN_CLUSTER ? IN_CLUSTER_SERVER : undefined),
    ],
    [
      'cluster.environments',
      platform.environments
        .filter(environment => environment.cluster === cluster.name)
        .map(({ name }) => name),
    ],
  ];
}
