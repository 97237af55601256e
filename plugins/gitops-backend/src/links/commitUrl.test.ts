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
import { ScmIntegrations } from '@backstage/integration';
import { commitUrl } from './commitUrl';
import { compareUrl } from './compareUrl';
import { sourceRepositoryUrl } from './sourceRepositoryUrl';
import { withoutCredentials } from './webPageOf';

const integrations = ScmIntegrations.fromConfig(
  new ConfigReader({
    integrations: {
      github: [
        { host: 'localhost:7020', apiBaseUrl: 'http://localhost:7020/api/v3' },
      ],
      gitea: [{ host: 'gitea.example' }],
    },
  }),
);
const sha = '0123456789abcdef0123456789abcdef01234567';

describe('commitUrl', () => {
  it.each([
    ['https://github.com/a/b.git', `https://github.com/a/b/commit/${sha}`],
    ['git@github.com:a/b.git', `https://github.com/a/b/commit/${sha}`],
    ['ssh://git@github.com/a/b', `https://github.com/a/b/commit/${sha}`],
    [
      'http://localhost:7020/a/b.git',
      `http://localhost:7020/a/b/commit/${sha}`,
    ],
    [
      'https://gitlab.com/a/b/c.git',
      `https://gitlab.com/a/b/c/-/commit/${sha}`,
    ],
    ['https://bitbucket.org/a/b', `https://bitbucket.org/a/b/commits/${sha}`],
    ['https://gitea.example/a/b/', `https://gitea.example/a/b/commit/${sha}`],
    [
      'https://user:secret@github.com/a/b',
      `https://github.com/a/b/commit/${sha}`,
    ],
    ['https://git.unknown.example/a/b', undefined],
    ['oci://github.com/a/b', undefined],
    ['data:text/html,x', undefined],
    ['', undefined],
  ])('of %s is %s', (repoUrl, url) => {
    expect(commitUrl(repoUrl, sha, integrations)).toBe(url);
  });

  it.each([undefined, '', '1.2.3', 'main', '../x'])(
    'knows no page of revision %s',
    revision => {
      expect(
        commitUrl('https://github.com/a/b', revision, integrations),
      ).toBeUndefined();
    },
  );
});

describe('compareUrl', () => {
  const other = 'f'.repeat(40);
  it.each([
    [
      'https://github.com/a/b.git',
      `https://github.com/a/b/compare/${sha}...${other}`,
    ],
    [
      'https://gitlab.com/a/b/c',
      `https://gitlab.com/a/b/c/-/compare/${sha}...${other}`,
    ],
    [
      'https://bitbucket.org/a/b',
      `https://bitbucket.org/a/b/branches/compare/${other}..${sha}`,
    ],
    ['https://git.unknown.example/a/b', undefined],
    ['', undefined],
  ])('of %s is %s', (repoUrl, url) => {
    expect(compareUrl(repoUrl, { base: sha, head: other }, integrations)).toBe(
      url,
    );
  });

  it('compares commits only', () => {
    expect(
      compareUrl(
        'https://github.com/a/b',
        { base: '../x', head: sha },
        integrations,
      ),
    ).toBeUndefined();
  });
});

describe('withoutCredentials', () => {
  it.each([
    ['https://user:secret@git.example/a/b.git', 'https://git.example/a/b.git'],
    ['https://token@git.example/a@b', 'https://git.example/a@b'],
    ['git@git.example:a/b.git', 'git@git.example:a/b.git'],
    ['registry.example/charts', 'registry.example/charts'],
  ])('of %s is %s', (repoUrl, shown) => {
    expect(withoutCredentials(repoUrl)).toBe(shown);
  });
});

describe('sourceRepositoryUrl', () => {
  it.each<[string, Record<string, string>, string | undefined]>([
    ['neither', {}, undefined],
    [
      'a source location',
      {
        'backstage.io/source-location':
          'url:http://localhost:7020/a/b/tree/main/',
      },
      'http://localhost:7020/a/b',
    ],
    ['a slug', { 'github.com/project-slug': 'a/b' }, 'https://github.com/a/b'],
    [
      'a slug on the host that the entity was read from',
      {
        'github.com/project-slug': 'a/c',
        'backstage.io/managed-by-location':
          'url:http://localhost:7020/a/b/tree/main/catalog-info.yaml',
      },
      'http://localhost:7020/a/c',
    ],
    [
      'a slug, read from elsewhere',
      {
        'github.com/project-slug': 'a/c',
        'backstage.io/managed-by-location': 'file:/catalog-info.yaml',
      },
      'https://github.com/a/c',
    ],
    [
      'a GitLab project of any depth',
      {
        'backstage.io/source-location':
          'url:https://gitlab.com/a/b/c/-/tree/main/',
      },
      'https://gitlab.com/a/b/c',
    ],
    [
      'a slug that is none',
      { 'github.com/project-slug': '../../x' },
      undefined,
    ],
  ])('reads %s', (_, annotations, url) => {
    expect(
      sourceRepositoryUrl(
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: { name: 'orders', annotations },
        },
        integrations,
      ),
    ).toBe(url);
  });
});
