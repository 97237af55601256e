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

import { sameRepository } from '@gitops-platform/backstage-plugin-gitops-node';
import { componentOf } from '../../__testUtils__/componentOf';
import { entityFolder } from './entityFolder';
import { RepositoryNames } from './RepositoryNames';

describe('entityFolder', () => {
  it.each([
    ['https://github.com/acme/orders', ''],
    ['https://github.com/acme/orders/', ''],
    ['https://github.com/acme/orders.git', ''],
    ['https://github.com/acme/orders/tree/main', ''],
    ['https://github.com/acme/orders/tree/main/', ''],
    [
      'https://github.com/acme/orders/tree/main/services/a%20b/',
      'services/a b',
    ],
    ['https://github.com/acme/orders/tree/main/100%/', '100%'],
    ['https://github.com/acme/orders/blob/main/catalog-info.yaml', ''],
    ['https://github.com/acme/orders/blob/main/a/b/catalog-info.yaml', 'a/b'],
    ['https://gitlab.com/acme/team/orders/-/tree/main/a/', 'a'],
    ['https://gitlab.com/acme/team/orders/-/blob/main/a/c.yaml', 'a'],
    ['https://git.acme.example/acme/orders/src/branch/main/a/', 'a'],
    ['https://git.acme.example/acme/orders/src/branch/main/a/c.yaml', 'a'],
    ['https://bitbucket.org/acme/orders/src/main/a/c.yaml', 'a'],
    ['https://github.com/acme/orders/wiki/Home', undefined],
    ['https://github.com/acme', undefined],
    ['nonsense', undefined],
  ])('%s', (source, folder) => {
    expect(entityFolder(componentOf('orders', { source }))?.folder).toBe(
      folder,
    );
  });

  it('is nothing for an entity that comes from a file', () => {
    expect(entityFolder(componentOf('orders'))).toBeUndefined();
  });

  it('falls back to where the entity is managed', () => {
    const entity = componentOf('orders', {
      annotations: {
        'backstage.io/managed-by-location':
          'url:https://github.com/acme/mono/blob/main/orders/catalog-info.yaml',
      },
    });
    expect(entityFolder(entity)).toEqual({
      repositoryUrl: 'https://github.com/acme/mono',
      folder: 'orders',
    });
  });
});

describe('RepositoryNames', () => {
  const urls = [
    'https://github.com/acme/orders',
    'https://github.com/acme/orders.git',
    'https://GitHub.com/Acme/Orders/',
    'https://robot:secret@github.com/acme/orders.git',
    'git@github.com:acme/orders.git',
    'ssh://git@github.com/acme/orders',
    'https://github.com/other/orders',
    'https://git.acme.example/acme/orders',
    'https://github.com/acme/orders-api',
    'https://github.com/acme/',
    'orders',
    '',
  ];

  it.each(urls.flatMap(left => urls.map(right => [left, right])))(
    "'%s' and '%s' have one name where they are one repository",
    (left, right) => {
      const names = new RepositoryNames();
      expect(names.nameOf(left) === names.nameOf(right)).toBe(
        sameRepository(left, right),
      );
    },
  );
});
