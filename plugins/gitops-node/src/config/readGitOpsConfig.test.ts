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

import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readGitOpsConfig } from './readGitOpsConfig';

const read = (gitops: unknown) =>
  readGitOpsConfig(new ConfigReader({ gitops } as JsonObject));

const instance = {
  name: 'main',
  url: 'https://argocd.internal/argocd/',
  auth: { token: 'top-secret' },
};
const withInstance = (change: object) => ({
  argocd: { instances: [{ ...instance, ...change }] },
});
const withRepository = (change: object) => ({
  repositories: [{ url: 'https://github.com/acme/gitops', ...change }],
});

describe('readGitOpsConfig', () => {
  it('has a default for everything', () => {
    expect(readGitOpsConfig(new ConfigReader({}))).toEqual({
      environments: [],
      environmentLabel: 'environment',
      repositories: [],
      operations: { enabled: false },
      bindings: { mode: 'claim', rules: [] },
      argocd: { instances: [] },
      tools: {},
    });
  });

  it("falls back to the other plugins' instances, and says so", () => {
    const argocd = {
      username: 'shared',
      password: 'shared-secret',
      appLocatorMethods: [
        { type: 'elsewhere' },
        {
          type: 'config',
          instances: [
            {
              name: 'main',
              url: 'https://argocd.internal',
              frontendUrl: 'https://argocd.example.com',
              token: 'top-secret',
            },
            { name: 'second', url: 'https://second.internal/' },
          ],
        },
      ],
    };
    const info = jest.fn();
    const readBoth = (data: object) =>
      readGitOpsConfig(new ConfigReader(data as JsonObject), {
        logger: { info },
      });
    expect(readBoth({ argocd }).argocd.instances).toMatchObject([
      {
        name: 'main',
        frontendUrl: 'https://argocd.example.com',
        auth: { type: 'token', token: 'top-secret' },
      },
      {
        name: 'second',
        url: 'https://second.internal',
        auth: { type: 'password', username: 'shared' },
      },
    ]);
    expect(info.mock.calls).toEqual([
      [expect.stringContaining('read from argocd.appLocatorMethods')],
    ]);
    expect(
      readBoth({ argocd, gitops: { argocd: { instances: [] } } }).argocd,
    ).toEqual({ instances: [] });
    const { password, ...without } = argocd;
    expect(() => readBoth({ argocd: without })).toThrow(
      /appLocatorMethods\): gitops.argocd.instances\[1\].auth: found an object with username/,
    );
    expect(info).toHaveBeenCalledTimes(1);
  });

  it('reads every key', () => {
    expect(
      read({
        environments: [
          { name: 'dev' },
          { name: 'production', aliases: ['prod'], clusters: ['eks-eu'] },
        ],
        environmentLabel: 'acme.example/stage',
        repositories: [
          {
            url: 'https://github.com/acme/gitops-platform.git',
            branch: 'trunk',
            path: 'apps/{service}/{environment}',
            version: { kind: 'kustomize-images' },
          },
        ],
        operations: { enabled: 'true' },
        bindings: { mode: 'strict', rules: [{ project: 'team-{owner}' }] },
        argocd: {
          instances: [
            {
              ...instance,
              frontendUrl: 'https://argocd.example.com/',
              headers: { 'X-Proxy': 'yes' },
              tls: { caFile: 'ca.pem' },
              proxy: { url: 'http://me:word@proxy.example.com:3128' },
              timeout: '5s',
            },
            { ...instance, name: 'file', auth: { tokenFile: 'run/token' } },
            {
              ...instance,
              name: 'user',
              auth: { username: 'u', password: 'p' },
            },
          ],
        },
        tools: { helm: 'bin/helm' },
        vault: { servers: [] },
        traefik: { instances: 'read elsewhere' },
        redact: ['read elsewhere'],
        rollback: { enabled: true },
      }),
    ).toEqual({
      environments: [
        { name: 'dev', aliases: [], clusters: [] },
        { name: 'production', aliases: ['prod'], clusters: ['eks-eu'] },
      ],
      environmentLabel: 'acme.example/stage',
      repositories: [
        {
          url: 'https://github.com/acme/gitops-platform',
          branch: 'trunk',
          path: 'apps/{service}/{environment}',
          version: {
            kind: 'kustomize-images',
            file: 'kustomization.yaml',
            paths: [],
          },
        },
      ],
      operations: { enabled: true },
      bindings: { mode: 'strict', rules: [{ project: 'team-{owner}' }] },
      argocd: {
        instances: [
          {
            name: 'main',
            url: 'https://argocd.internal/argocd',
            frontendUrl: 'https://argocd.example.com',
            auth: { type: 'token', token: 'top-secret' },
            headers: { 'X-Proxy': 'yes' },
            tls: { caFile: 'ca.pem' },
            proxy: { url: 'http://me:word@proxy.example.com:3128' },
            timeout: { seconds: 5 },
          },
          {
            name: 'file',
            url: 'https://argocd.internal/argocd',
            frontendUrl: 'https://argocd.internal/argocd',
            auth: { type: 'tokenFile', tokenFile: 'run/token' },
            headers: {},
            timeout: { seconds: 10 },
          },
          {
            name: 'user',
            url: 'https://argocd.internal/argocd',
            frontendUrl: 'https://argocd.internal/argocd',
            auth: { type: 'password', username: 'u', password: 'p' },
            headers: {},
            timeout: { seconds: 10 },
          },
        ],
      },
      tools: { helm: 'bin/helm' },
    });
  });

  it.each<[string, unknown, string]>([
    ['a section that is no object', 'x', "gitops: found 'x', expected an obj"],
    [
      'a misspelt section',
      { enviroments: [{ name: 'dev' }] },
      'gitops.enviroments: there is no such key',
    ],
    [
      'environments as names',
      { environments: ['dev'] },
      "gitops.environments[0]: found 'dev', expected an environment with a name",
    ],
    [
      'an environment without a name',
      { environments: [{ aliases: ['stg'] }] },
      'gitops.environments[0].name: found nothing, expected a lower-case DNS label',
    ],
    [
      'an environment called unknown',
      { environments: [{ name: 'unknown' }] },
      "gitops.environments[0].name: found 'unknown', expected",
    ],
    [
      'an environment twice',
      { environments: [{ name: 'dev' }, { name: 'dev' }] },
      "gitops.environments[1].name: found 'dev', expected a name or alias that no other",
    ],
    [
      'an alias that is a name',
      { environments: [{ name: 'dev' }, { name: 'prod', aliases: ['dev'] }] },
      "gitops.environments[1].aliases[0]: found 'dev', expected a name or alias that no other",
    ],
    [
      'a name that ends like another',
      { environments: [{ name: 'pre-prod' }, { name: 'prod' }] },
      "gitops.environments[0].name: found 'pre-prod', expected a name that does not end with '-prod'",
    ],
    [
      'an alias that ends like another',
      {
        environments: [
          { name: 'production', aliases: ['prod'] },
          { name: 'test', aliases: ['qa', 'non-prod'] },
        ],
      },
      "gitops.environments[1].aliases[1]: found 'non-prod', expected a name that does not end with '-prod'",
    ],
    [
      'a cluster in two environments',
      {
        environments: [
          { name: 'a', clusters: ['one'] },
          { name: 'b', clusters: ['one'] },
        ],
      },
      "gitops.environments[1].clusters[0]: found 'one', expected a cluster that belongs to this environment alone",
    ],
    [
      'a misspelt key of an environment',
      { environments: [{ name: 'dev', alias: 'x', order: 1 }] },
      "gitops.environments[0].alias: there is no such key, nor 'order'",
    ],
    [
      'a label that is none',
      { environmentLabel: 'a b' },
      "gitops.environmentLabel: found 'a b', expected the key of a label",
    ],
    [
      'a repository by ssh',
      withRepository({ url: 'git@github.com:acme/x.git' }),
      "gitops.repositories[0].url: found 'git@github.com:acme/x.git', expected the http(s) address",
    ],
    ...[
      'applications/{service}',
      'applications/{environment}',
      '/applications/{environment}/{service}',
      'applications/../{environment}/{service}',
      '{environment}/{service}/{service}',
      '{environment}/{service}/{team}',
    ].map((path): [string, unknown, string] => [
      `the path pattern ${path}`,
      withRepository({ path }),
      `gitops.repositories[0].path: found '${path}', expected a folder inside the repository`,
    ]),
    [
      'a version file outside of the folder',
      withRepository({ version: { kind: 'helm-values', file: '../x.yaml' } }),
      "gitops.repositories[0].version.file: found '../x.yaml', expected the path of a file inside",
    ],
    [
      'an unknown kind of version',
      withRepository({ version: { kind: 'flux' } }),
      "gitops.repositories[0].version.kind: found 'flux', expected where the version is written",
    ],
    [
      'a repository twice',
      {
        repositories: [
          { url: 'https://github.com/acme/gitops' },
          { url: 'https://github.com/acme/gitops.git' },
        ],
      },
      "gitops.repositories[1].url: found 'https://github.com/acme/gitops.git', expected a repository, branch and path that is not",
    ],
    [
      'operations that are not a boolean',
      { operations: { enabled: 'yes' } },
      "gitops.operations.enabled: found 'yes', expected true or false",
    ],
    [
      'an unknown mode',
      { bindings: { mode: 'lax' } },
      "gitops.bindings.mode: found 'lax', expected 'claim' or 'strict'",
    ],
    [
      'a rule for every entity',
      { bindings: { rules: [{ project: 'team-a' }] } },
      'gitops.bindings.rules[0]: found an object with project, expected one or more of project',
    ],
    [
      'a rule by the namespace, which nearly all entities share',
      { bindings: { rules: [{ destinationNamespace: '{namespace}' }] } },
      'gitops.bindings.rules[0]: found an object with destinationNamespace, expected',
    ],
    [
      'an unknown placeholder',
      { bindings: { rules: [{ project: '{team}-{name}' }] } },
      "gitops.bindings.rules[0].project: found '{team}-{name}', expected the name of an AppProject",
    ],
    [
      'argocd without instances',
      { argocd: {} },
      'gitops.argocd.instances: found nothing, expected a list of Argo CD instances',
    ],
    [
      'an instance name with a slash',
      withInstance({ name: 'a/b' }),
      "gitops.argocd.instances[0].name: found 'a/b', expected a name of letters",
    ],
    [
      'an instance twice',
      { argocd: { instances: [instance, instance] } },
      "gitops.argocd.instances[1].name: found 'main', expected a name that no other instance has",
    ],
    [
      'a URL of another kind',
      withInstance({ url: 'argocd.internal' }),
      "gitops.argocd.instances[0].url: found 'argocd.internal', expected the http(s) address",
    ],
    [
      'a URL with credentials',
      withInstance({ url: 'https://me:top-secret@argocd.internal' }),
      "gitops.argocd.instances[0].url: found 'https://…@argocd.internal', expected the http(s) address",
    ],
    [
      'a URL with a slash in its password',
      withInstance({ url: 'https://me:top/secret@argocd.internal' }),
      "gitops.argocd.instances[0].url: found 'https://…@argocd.internal', expected the http(s) address",
    ],
    [
      'a URL that is a number',
      withInstance({ url: 7021 }),
      'gitops.argocd.instances[0].url: found 7021, expected the http(s) address',
    ],
    [
      'no auth',
      withInstance({ auth: undefined }),
      'gitops.argocd.instances[0].auth: found nothing, expected one of { token }',
    ],
    [
      'an empty auth',
      withInstance({ auth: {} }),
      'gitops.argocd.instances[0].auth: found an empty object, expected one of { token }',
    ],
    [
      'two kinds of auth',
      withInstance({ auth: { token: 'top-secret', username: 'x' } }),
      'gitops.argocd.instances[0].auth: found an object with token, username, expected one of',
    ],
    [
      'a user without a password',
      withInstance({ auth: { username: 'x' } }),
      'gitops.argocd.instances[0].auth: found an object with username, expected one of',
    ],
    [
      'a misspelt key below auth',
      withInstance({ auth: { tokn: 'top-secret' } }),
      'gitops.argocd.instances[0].auth.tokn: there is no such key',
    ],
    [
      'a token that is a number',
      withInstance({ auth: { token: 4711 } }),
      'gitops.argocd.instances[0].auth.token: found a number, expected a token, as text',
    ],
    [
      'an Authorization header',
      withInstance({ headers: { authorization: 'Basic top-secret' } }),
      'gitops.argocd.instances[0].headers.authorization: found a string, expected another header',
    ],
    [
      'a header with a line break',
      withInstance({ headers: { 'X-A': 'top-secret\r\nX-B: 1' } }),
      'gitops.argocd.instances[0].headers.X-A: found a string, expected a header name and value',
    ],
    [
      'an unknown key below tls',
      withInstance({ tls: { insecure: true } }),
      'gitops.argocd.instances[0].tls.insecure: there is no such key',
    ],
    ...[
      'proxy.example.com:3128',
      'socks5://me:top-secret@proxy.example.com',
      'http://top-secret@proxy.example.com',
      'http://proxy.example.com/top-secret',
      4711,
    ].map((url): [string, unknown, string] => [
      `a proxy at ${url}`,
      withInstance({ proxy: { url } }),
      `gitops.argocd.instances[0].proxy.url: found a ${typeof url}, expected the http(s) address of a proxy`,
    ]),
    [
      'a proxy without an address',
      withInstance({ proxy: {} }),
      'gitops.argocd.instances[0].proxy.url: found nothing, expected the http(s) address of a proxy',
    ],
    ...[10, '10 parsecs', { seconds: 0 }, { hours: 2 }, { secs: 1 }].map(
      (timeout): [string, unknown, string] => [
        `a timeout of ${JSON.stringify(timeout)}`,
        withInstance({ timeout }),
        'expected a duration above zero',
      ],
    ),
    [
      'a tool that is no path',
      { tools: { helm: { version: 4 } } },
      'gitops.tools.helm: found an object with version, expected the path of the helm command',
    ],
  ])('refuses %s', (_name, gitops, message) => {
    const attempt = () => read(gitops);
    expect(attempt).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining(message),
      }),
    );
    expect(attempt).toThrow(
      expect.objectContaining({
        message: expect.not.stringMatching(/top-secret|4711/),
      }),
    );
  });

  it('names all that is wrong at once', () => {
    expect(() =>
      read({ environmentLabel: '', ...withInstance({ url: 'x' }) }),
    ).toThrow(
      /gitops\.environmentLabel: .*; gitops\.argocd\.instances\[0\]\.url: /,
    );
  });
});
