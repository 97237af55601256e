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

import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { componentOf } from '../__testUtils__/componentOf';
import { createRules } from '../applications/rules';
import { EntityReader } from './EntityReader';

function setUp(entities: Entity[]) {
  const catalog = catalogServiceMock({ entities });
  const logger = mockServices.logger.mock();
  const reader = EntityReader.create({
    catalog,
    auth: mockServices.auth(),
    rules: createRules({ environments: [], repositories: [] }),
    kinds: ['component', 'system'],
    logger,
  });
  return { catalog, logger, reader };
}

describe('EntityReader', () => {
  it('reads those that may claim Applications', async () => {
    const { reader } = setUp([
      componentOf('orders'),
      componentOf('shop', { kind: 'System' }),
      componentOf('orders', { kind: 'API' }),
      componentOf('found', {
        annotations: {
          'argocd/app-name': 'found-dev',
          'gitops-platform/app-name-found-by': 'name',
        },
      }),
      componentOf('written', {
        annotations: { 'argocd/app-name': 'written-dev' },
      }),
      componentOf('selected', {
        annotations: { 'argocd/app-selector': 'app=x' },
      }),
    ]);
    expect(reader.entities).toBeUndefined();
    await reader.refresh();
    expect(reader.entities?.map(({ ref }) => ref).sort()).toEqual([
      'component:default/found',
      'component:default/orders',
      'system:default/shop',
    ]);
  });

  it('keeps the list while nothing changes', async () => {
    const { catalog, reader } = setUp([componentOf('orders')]);
    await reader.refresh();
    const before = reader.entities;
    await reader.refresh();
    expect(reader.entities).toBe(before);
    jest
      .spyOn(catalog, 'streamEntities')
      .mockImplementation(async function* pages() {
        yield [componentOf('cart')];
      });
    await reader.refresh();
    expect(reader.entities?.map(({ ref }) => ref)).toEqual([
      'component:default/cart',
    ]);
  });

  it('keeps what it has while the catalog cannot be read, and says so once', async () => {
    const { catalog, logger, reader } = setUp([componentOf('orders')]);
    await reader.refresh();
    const before = reader.entities;
    jest.spyOn(catalog, 'streamEntities').mockImplementation(() => {
      throw new Error('no catalog');
    });
    await reader.refresh();
    await reader.refresh();
    expect(reader.entities).toBe(before);
    expect(logger.warn.mock.calls).toEqual([
      [expect.stringMatching(/^no catalog\. The list of entities/)],
    ]);
  });
});
