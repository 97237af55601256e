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
import type { JsonValue } from '@backstage/types';
import { GitOpsConfig } from '../config';
import { readPlatform } from '../platform';
import { checkServiceRequest } from './checkServiceRequest';

const platform = readPlatform(
  readFileSync(
    resolve(__dirname, '../../../../gitops-platform/platform.yaml'),
    'utf8',
  ),
);

const config: GitOpsConfig = {
  environments: ['dev', 'staging', 'production', 'lab'].map(name => ({
    name,
    aliases: [],
    clusters: [],
  })),
  environmentLabel: 'environment',
  repositories: [],
  operations: { enabled: false },
  bindings: { mode: 'claim', rules: [] },
  argocd: { instances: [] },
  tools: {},
};

const least = {
  name: 'orders',
  owner: 'group:default/team-shop',
  repositoryUrl: 'https://github.com/acme/orders',
};

const check = (input: Record<string, JsonValue>) =>
  checkServiceRequest(input, { config, platform });

describe('checkServiceRequest', () => {
  it('needs a name, an owner and a repository, and fills in the rest', () => {
    expect(check(least)).toEqual({
      name: 'orders',
      entityRef: 'component:default/orders',
      owner: 'group:default/team-shop',
      description: undefined,
      system: undefined,
      environments: ['dev'],
      host: 'orders',
      port: 8080,
      replicas: 1,
      size: 'small',
      secrets: [],
      chart: 'platform',
      repositoryUrl: 'https://github.com/acme/orders',
    });
  });

  it('keeps what is given, in the order of promotion and in one spelling', () => {
    expect(
      check({
        name: 'orders',
        entityRef: 'component:shop/orders',
        owner: 'user:guest',
        description: 'Takes orders',
        system: 'shop',
        environments: ['production', 'dev'],
        host: 'shop',
        port: 3000,
        replicas: 20,
        size: 'large',
        secrets: ['database', 'payment-provider'],
        chart: 'own',
        repositoryUrl: 'http://localhost:7020/acme/orders.git',
      }),
    ).toEqual({
      name: 'orders',
      entityRef: 'component:shop/orders',
      owner: 'user:default/guest',
      description: 'Takes orders',
      system: 'system:default/shop',
      environments: ['dev', 'production'],
      host: 'shop',
      port: 3000,
      replicas: 20,
      size: 'large',
      secrets: ['database', 'payment-provider'],
      chart: 'own',
      repositoryUrl: 'http://localhost:7020/acme/orders',
    });
  });

  it('takes what a form leaves empty for absent, and an empty host for no route', () => {
    expect(
      check({ ...least, description: '', system: '', entityRef: '', host: '' }),
    ).toMatchObject({
      description: undefined,
      system: undefined,
      entityRef: 'component:default/orders',
      host: undefined,
    });
  });

  it.each<[string, Record<string, JsonValue>, string]>([
    [
      'a name in capitals',
      { name: 'Orders' },
      "name: found 'Orders', expected at most 40 lower-case letters",
    ],
    ['a name that starts with a digit', { name: '4orders' }, 'name: found'],
    ['a name that ends with a hyphen', { name: 'orders-' }, 'name: found'],
    ['a name of 41 characters', { name: 'a'.repeat(41) }, 'name: found'],
    ['a name that climbs out of its folder', { name: '../x' }, 'name: found'],
    ['an empty name', { name: '' }, 'name: found an empty text'],
    [
      'a name of the platform',
      { name: 'applications' },
      'the platform itself uses applications',
    ],
    [
      'no owner',
      { owner: '' },
      'owner: found an empty text, expected a group or user, such as group:default/team-a',
    ],
    [
      'an owner of another kind',
      { owner: 'component:default/x' },
      'owner: found',
    ],
    ['an owner that is no reference', { owner: 'a:b:c' }, 'owner: found'],
    [
      'the entity of another service',
      { entityRef: 'component:default/other' },
      "entityRef: found 'component:default/other', expected the service itself, component:default/orders",
    ],
    [
      'an entity of another kind',
      { entityRef: 'api:default/orders' },
      'entityRef: found',
    ],
    [
      'a description of two lines',
      { description: 'a\nb' },
      'description: found',
    ],
    [
      'a system of another kind',
      { system: 'group:default/a' },
      'system: found',
    ],
    [
      'no environment',
      { environments: [] },
      'environments: found a list, expected one environment or more',
    ],
    [
      'an unknown environment',
      { environments: ['dev', 'qa'] },
      "environments[1]: found 'qa', expected one of dev, staging, production",
    ],
    [
      'an environment that only the portal knows',
      { environments: ['lab'] },
      'add it to platform.yaml of the GitOps repository first',
    ],
    [
      'an environment twice',
      { environments: ['dev', 'dev'] },
      "environments[1]: found 'dev' a second time, expected it once",
    ],
    ['a whole host name', { host: 'orders.acme.example' }, 'host: found'],
    [
      'a port of root',
      { port: 80 },
      'port: found 80, expected a port from 1024 to 65535',
    ],
    ['a port that is a text', { port: '8080' }, "port: found '8080'"],
    [
      'no replica',
      { replicas: 0 },
      'replicas: found 0, expected a whole number from 1 to 20',
    ],
    ['half a replica', { replicas: 1.5 }, 'replicas: found 1.5'],
    ['21 replicas', { replicas: 21 }, 'replicas: found 21'],
    [
      'an unknown size',
      { size: 'huge' },
      "size: found 'huge', expected small, medium or large",
    ],
    [
      'a secret that is no name',
      { secrets: ['DB_URL=x'] },
      'expected the name of a secret, never its value',
    ],
    [
      'a secret twice',
      { secrets: ['a', 'a'] },
      "secrets[1]: found 'a' a second time, expected it once",
    ],
    [
      'an unknown chart',
      { chart: 'golden' },
      "chart: found 'golden', expected platform or own",
    ],
    [
      'a repository with credentials',
      { repositoryUrl: 'https://me:secret@github.com/acme/orders' },
      'expected the web address of the service',
    ],
    [
      'a repository without an owner',
      { repositoryUrl: 'https://github.com/orders' },
      'repositoryUrl: found',
    ],
    [
      'a repository over ssh',
      { repositoryUrl: 'git@github.com:acme/orders.git' },
      'repositoryUrl: found',
    ],
    ['an unknown field', { replica: 2 }, 'replica: there is no such key'],
  ])('refuses %s with the field and the fix', (_, change, message) => {
    expect(() => check({ ...least, ...change })).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining(message),
      }),
    );
  });

  it('lists every wrong field at once and shows no credentials', () => {
    expect(() => check({})).toThrow(/name: .*owner: .*repositoryUrl: /);
    expect(() =>
      check({ ...least, repositoryUrl: 'https://me:hunter2@github.com/a/b' }),
    ).not.toThrow(/hunter2/);
  });
});
