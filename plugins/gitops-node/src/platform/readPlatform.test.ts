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

import { readFileSync } from 'fs';
import { resolve } from 'path';
import { parseDocument } from 'yaml';
import { getPlatformEnvironment } from './getPlatformEnvironment';
import { readPlatform } from './readPlatform';
import { serviceHosts } from './serviceHosts';

const text = readFileSync(
  resolve(__dirname, '../../../../gitops-platform/platform.yaml'),
  'utf8',
);

function edited(path: (string | number)[], value: unknown): string {
  const document = parseDocument(text);
  if (value === undefined) {
    document.deleteIn(path);
  } else {
    document.setIn(path, value);
  }
  return String(document);
}

describe('readPlatform', () => {
  it('reads the platform that this project ships', () => {
    expect(readPlatform(text)).toEqual({
      organisation: 'acme',
      repository: {
        url: 'https://github.com/acme/gitops-platform.git',
        branch: 'main',
      },
      registry: 'ghcr.io/acme',
      placeholderImage: {
        repository: 'ghcr.io/stefanprodan/podinfo',
        tag: '6.9.2',
      },
      secretStore: { kind: 'ClusterSecretStore', name: 'vault' },
      environments: [
        {
          name: 'dev',
          domain: 'dev.acme.example',
          cluster: 'in-cluster',
          writer: 'ci',
        },
        {
          name: 'staging',
          domain: 'staging.acme.example',
          cluster: 'in-cluster',
          writer: 'promotion',
        },
        {
          name: 'production',
          domain: 'acme.example',
          cluster: 'in-cluster',
          writer: 'promotion',
        },
      ],
      mesh: 'linkerd',
    });
  });

  it('knows no mesh where the file names none', () => {
    expect(readPlatform(edited(['features'], undefined)).mesh).toBeUndefined();
    expect(
      readPlatform(edited(['features', 'mesh'], undefined)).mesh,
    ).toBeUndefined();
    expect(readPlatform(edited(['features', 'mesh'], 'none')).mesh).toBe(
      'none',
    );
  });

  it('accepts a repository on a port, as a laptop has it', () => {
    const url = 'http://localhost:7020/acme/gitops-platform.git';
    expect(
      readPlatform(edited(['repository', 'url'], url)).repository.url,
    ).toBe(url);
  });

  it.each<[string, (string | number)[], unknown, string]>([
    [
      'a missing key',
      ['organisation'],
      undefined,
      "organisation: found nothing, expected the organisation's name, such as acme",
    ],
    [
      'an unknown key',
      ['environment'],
      [],
      'environment: there is no such key',
    ],
    [
      'a nested unknown key',
      ['environments', 1, 'domains'],
      'a.b',
      'environments[1].domains: there is no such key',
    ],
    [
      'a domain with a scheme',
      ['environments', 0, 'domain'],
      'https://dev.acme.example',
      "environments[0].domain: found 'https://dev.acme.example', expected a domain in lower case, such as dev.example.com",
    ],
    [
      'an unknown writer',
      ['environments', 2, 'writer'],
      'people',
      "environments[2].writer: found 'people', expected ci, image-updater or promotion",
    ],
    [
      'two environments of one name',
      ['environments', 2, 'name'],
      'dev',
      "environments[2].name: found 'dev', expected a name that no environment before it has",
    ],
    [
      'an environment whose name ends with that of another one',
      ['environments', 0, 'name'],
      'pre-production',
      "environments[0].name: found 'pre-production', expected a name that does not end with -production, because orders-pre in production and orders in pre-production would be called the same",
    ],
    [
      'no environment',
      ['environments'],
      [],
      'environments: found a list, expected one environment or more',
    ],
    [
      'credentials in the URL',
      ['repository', 'url'],
      'https://user@github.com/acme/x.git',
      'expected the https URL of this repository, without credentials',
    ],
    [
      'a URL without .git',
      ['repository', 'url'],
      'https://github.com/acme/x',
      'repository.url: found',
    ],
    [
      'a tag that YAML reads as a number',
      ['placeholderImage', 'tag'],
      6.9,
      "placeholderImage.tag: found 6.9, expected a pinned tag, in quotes where it looks like a number, such as '6.9'",
    ],
    [
      'a moving tag',
      ['placeholderImage', 'tag'],
      'latest',
      "placeholderImage.tag: found 'latest', expected a pinned tag",
    ],
    [
      "a scheme in an environment's registry",
      ['environments', 2, 'registry'],
      'https://ecr.example/acme',
      "environments[2].registry: found 'https://ecr.example/acme', expected a registry without a scheme",
    ],
    [
      'a wrong kind of store',
      ['secretStore', 'kind'],
      'Vault',
      "secretStore.kind: found 'Vault', expected ClusterSecretStore or SecretStore",
    ],
    [
      'an unknown mesh',
      ['features', 'mesh'],
      'traefik',
      "features.mesh: found 'traefik', expected linkerd, istio or none",
    ],
    [
      'a text for the switches',
      ['features'],
      'linkerd',
      "features: found 'linkerd', expected a map of switches",
    ],
    [
      'a text for a map',
      ['secretStore'],
      'vault',
      "secretStore: found 'vault', expected a secret store with kind and name",
    ],
  ])('refuses %s and names the field', (_, path, value, message) => {
    expect(() => readPlatform(edited(path, value))).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining(message),
      }),
    );
  });

  it.each([
    [
      'an empty file',
      '',
      'platform.yaml: found nothing, expected a map with organisation',
    ],
    ['broken YAML', 'a: [', 'platform.yaml is not valid YAML'],
    ['a key given twice', 'a: 1\na: 2\n', 'platform.yaml is not valid YAML'],
  ])('refuses %s', (_, content, message) => {
    expect(() => readPlatform(content)).toThrow(message);
  });

  it('lists all wrong fields at once', () => {
    expect(() =>
      readPlatform('organisation: a b\nregistry: 1\nenvironments: []\n'),
    ).toThrow(
      /organisation: .*repository: .*registry: .*secretStore: .*environments: /,
    );
  });
});

describe('serviceHosts', () => {
  const platform = readPlatform(text);

  it('puts the domain of each environment behind the host', () => {
    expect(
      serviceHosts(platform, {
        host: 'orders',
        environments: ['dev', 'production'],
      }),
    ).toEqual([
      {
        environment: 'dev',
        host: 'orders.dev.acme.example',
        url: 'https://orders.dev.acme.example',
      },
      {
        environment: 'production',
        host: 'orders.acme.example',
        url: 'https://orders.acme.example',
      },
    ]);
  });

  it('refuses an environment that the platform does not have', () => {
    expect(() => getPlatformEnvironment(platform, 'qa')).toThrow(
      'There is no environment "qa" in platform.yaml; choose from dev, staging, production, or add it there first',
    );
  });
});
