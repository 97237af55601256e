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
import { componentOf } from '../../__testUtils__/componentOf';
import { ClaimingEntities } from './ClaimingEntities';

const MINUTE = 60_000;

describe('ClaimingEntities', () => {
  const orders = componentOf('orders', { 'argocd/app-name': 'orders-dev' });
  let entities: Entity[];
  let failing: boolean;
  let askedAs: object | undefined;
  const logger = mockServices.logger.mock();
  const auth = mockServices.auth();
  const streamEntities = jest.fn(async function* pages(
    request?: object,
    options?: { credentials: object },
  ) {
    askedAs = options?.credentials;
    if (failing) {
      throw new Error('no catalog');
    }
    yield* catalogServiceMock({ entities }).streamEntities(request);
  });
  let claiming: ClaimingEntities;
  const names = async () => [...(await claiming.current()).keys()];

  beforeEach(() => {
    jest.useFakeTimers();
    entities = [
      orders,
      componentOf('shop', { 'argocd/app-selector': 'app=shop' }),
      componentOf('plain', { 'argocd/project-name': 'team-a' }),
    ];
    failing = false;
    streamEntities.mockClear();
    logger.warn.mockClear();
    claiming = ClaimingEntities.create({
      catalog: { streamEntities },
      auth,
      logger,
    });
  });

  afterEach(() => {
    claiming.stop();
    jest.useRealTimers();
  });

  it('reads those that claim something when first asked, once for all who ask', async () => {
    expect(streamEntities).not.toHaveBeenCalled();
    const [one, other] = await Promise.all([
      claiming.current(),
      claiming.current(),
    ]);
    expect(other).toBe(one);
    expect(streamEntities).toHaveBeenCalledTimes(1);
    expect(askedAs).toEqual(await auth.getOwnServiceCredentials());
    expect([...one.values()]).toMatchObject([
      {
        entityRef: 'component:default/orders',
        owners: ['group:default/team-shop'],
        claim: { names: ['orders-dev'] },
      },
      {
        entityRef: 'component:default/shop',
        claim: { selectorText: 'app=shop' },
      },
    ]);
    // No more of an entity than is needed.
    expect(one.get('component:default/orders')?.entity).toEqual({
      apiVersion: orders.apiVersion,
      kind: 'Component',
      metadata: { name: 'orders', namespace: 'default' },
      relations: orders.relations,
    });
  });

  it('follows the catalog in the background, and keeps what has not changed', async () => {
    const before = await claiming.current();
    await jest.advanceTimersByTimeAsync(MINUTE);
    expect(streamEntities).toHaveBeenCalledTimes(2);
    expect(await claiming.current()).toBe(before);

    entities = [orders, componentOf('shop', { 'argocd/app-name': 'shop' })];
    await jest.advanceTimersByTimeAsync(MINUTE);
    const after = await claiming.current();
    expect(after).not.toBe(before);
    expect(after.get('component:default/orders')).toBe(
      before.get('component:default/orders'),
    );
    entities = [orders];
    await jest.advanceTimersByTimeAsync(MINUTE);
    expect(await names()).toEqual(['component:default/orders']);
  });

  it('takes over an entity that comes by, without the catalog', async () => {
    const carts = componentOf('carts', { 'argocd/app-name': 'carts-dev' });
    claiming.saw(carts);
    expect(await names()).not.toContain('component:default/carts');

    const before = await claiming.current();
    claiming.saw(carts);
    expect(await names()).toEqual([
      'component:default/orders',
      'component:default/shop',
      'component:default/carts',
    ]);
    const known = await claiming.current();
    expect(known.get('component:default/orders')).toBe(
      before.get('component:default/orders'),
    );
    claiming.saw(carts);
    claiming.saw(componentOf('plain', {}));
    expect(await claiming.current()).toBe(known);
    claiming.saw(componentOf('carts', {}));
    expect(await names()).toHaveLength(2);
    expect(streamEntities).toHaveBeenCalledTimes(1);
  });

  it('leaves the catalog alone once nobody asks, and reads it anew for the next who does', async () => {
    await claiming.current();
    await jest.advanceTimersByTimeAsync(3 * 60 * MINUTE);
    const calls = streamEntities.mock.calls.length;
    expect(calls).toBeLessThan(65);
    await jest.advanceTimersByTimeAsync(60 * MINUTE);
    expect(streamEntities).toHaveBeenCalledTimes(calls);
    entities = [];
    expect(await names()).toEqual([]);
  });

  it('keeps what it has while the catalog fails, and takes no failure for an empty catalog', async () => {
    failing = true;
    await expect(claiming.current()).rejects.toThrow(
      /catalog could not be read/,
    );
    failing = false;
    expect(await names()).toHaveLength(2);
    failing = true;
    await jest.advanceTimersByTimeAsync(5 * MINUTE);
    expect(await names()).toHaveLength(2);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringMatching(/which entities claim Applications.*no catalog/),
    );
  });
});
