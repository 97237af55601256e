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

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { editYaml } from '@gitops-platform/backstage-plugin-gitops-node';
import { parse } from 'yaml';
import { z } from 'zod';
import { checkPlatform, refuseUnfit } from './checkPlatform';
import { readPlatformFile } from './readPlatformFile';
import { PLATFORM_RULES } from './rules';

const shipped = readFileSync(
  resolve(__dirname, '../../../../gitops-platform/platform.yaml'),
  'utf8',
);

const folder = join(__dirname, '__fixtures__/invalid');

/** What a fixture changes in the shipped file, and what must be said about that. */
const fixture = z.strictObject({
  at: z.string(),
  reason: z.string(),
  set: z.record(z.string(), z.json()),
});

const fixtures = readdirSync(folder).map(file => ({
  rule: file.replace(/\.yaml$/, ''),
  ...fixture.parse(parse(readFileSync(join(folder, file), 'utf8'))),
}));

describe('checkPlatform', () => {
  it('finds nothing wrong with what this project ships', () => {
    expect(checkPlatform(readPlatformFile(shipped))).toEqual([]);
  });

  it('has a fixture for each rule, and no other', () => {
    expect(fixtures.map(({ rule }) => rule).sort()).toEqual(
      PLATFORM_RULES.map(({ name }) => name).sort(),
    );
  });

  it.each(fixtures)('refuses by $rule', ({ rule, at, reason, set }) => {
    const text = editYaml(
      shipped,
      Object.entries(set).map(([path, value]) => ({ op: 'set', path, value })),
    );
    const found = checkPlatform(readPlatformFile(text));
    const problem = found.find(one => one.rule === rule);
    expect(problem).toMatchObject({
      at,
      reason: expect.stringContaining(reason),
      remedy: expect.stringMatching(/\w{3}/),
    });
  });

  it('tells all of them at once, each with its field, reason and remedy', () => {
    const text = editYaml(shipped, [
      { op: 'set', path: 'features.dns', value: 'none' },
      { op: 'set', path: 'features.gatewayApi', value: false },
    ]);
    expect(() => refuseUnfit(readPlatformFile(text))).toThrow(
      /^platform\.yaml: features\.dns: .*; set it to .* \(load-balancer-without-dns\)\nplatform\.yaml: features\.gatewayApi: .*; set it to true.* \(gateway-api-owners\)$/,
    );
  });
});

describe('readPlatformFile', () => {
  it.each<[string, string, z.core.util.JSONType, string]>([
    [
      'a cluster without domain',
      'clusters[0].domain',
      null,
      'clusters[0].domain: found nothing, expected a domain in lower case',
    ],
    [
      'an unknown switch',
      'features.vault',
      true,
      'features.vault: there is no such key',
    ],
    [
      'an option of another switch',
      'features.mesh',
      'traefik',
      "features.mesh: found 'traefik', expected linkerd, istio or none",
    ],
    [
      'text for a boolean',
      'features.keda',
      'yes',
      "features.keda: found 'yes', expected true or false",
    ],
    [
      'an account as a number',
      'aws.accountId',
      111122223333,
      'aws.accountId: found 111122223333, expected the 12 digits of an AWS account, in quotes',
    ],
    [
      'an address that is no range',
      'network.allowedCidrs[0]',
      '10.0.0.1',
      "network.allowedCidrs[0]: found '10.0.0.1', expected an IPv4 range",
    ],
    [
      'an octet too large',
      'terraform.environments.dev.cidr',
      '10.300.0.0/16',
      "terraform.environments.dev.cidr: found '10.300.0.0/16', expected an IPv4 range",
    ],
    [
      'a version of Kubernetes as a number',
      'terraform.environments.dev.kubernetes',
      1.35,
      'terraform.environments.dev.kubernetes: found 1.35, expected 1.33, 1.34, 1.35 or 1.36',
    ],
    [
      'a group that would end a line of policy',
      'sso.groups.developers',
      'a, b',
      "sso.groups.developers: found 'a, b', expected the group's name",
    ],
    [
      'no range at all',
      'network.allowedCidrs',
      [],
      'network.allowedCidrs: found a list, expected one range or more',
    ],
    [
      'an unknown key of a cluster',
      'clusters[0].size',
      'large',
      'clusters[0].size: there is no such key',
    ],
    [
      'a profile that there is not',
      'clusters[0].profile',
      'prod',
      "clusters[0].profile: found 'prod', expected local, dev, staging or production",
    ],
    [
      'no switches',
      'features',
      null,
      'features: found nothing, expected a map of switches',
    ],
    [
      'a shared part that is wrong',
      'registry',
      'https://ghcr.io',
      "registry: found 'https://ghcr.io', expected a registry without a scheme",
    ],
    ['an unknown section', 'cluster', {}, 'cluster: there is no such key'],
  ])('refuses %s', (_, path, value, message) => {
    expect(() =>
      readPlatformFile(editYaml(shipped, [{ op: 'set', path, value }])),
    ).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining(message),
      }),
    );
  });

  it.each([
    ['an empty file', '', 'platform.yaml: found nothing, expected a map'],
    ['broken YAML', 'a: [', 'platform.yaml is not valid YAML'],
  ])('refuses %s', (_, text, message) => {
    expect(() => readPlatformFile(text)).toThrow(message);
  });

  it('reads what this project ships, what is left out included', () => {
    const text = editYaml(shipped, [
      { op: 'remove', path: 'notifications.slack' },
    ]);
    expect(readPlatformFile(text)).toMatchObject({
      organisation: 'acme',
      clusters: [{ name: 'in-cluster', profile: 'production' }],
      notifications: { teams: false, pagerduty: true },
      terraform: { state: 's3' },
    });
  });
});
