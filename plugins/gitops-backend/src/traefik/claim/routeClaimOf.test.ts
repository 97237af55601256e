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

import { routeClaimOf } from './routeClaimOf';

const claimOf = (annotations?: Record<string, string>) =>
  routeClaimOf({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'orders', annotations },
  });

describe('routeClaimOf', () => {
  it('names nothing without annotations', () => {
    expect(claimOf()).toEqual({
      ingressRoutes: [],
      services: [],
      hosts: [],
      named: false,
    });
  });

  it('reads each annotation', () => {
    expect(
      claimOf({
        'traefik.io/ingress-route':
          'shop/orders, shop/orders-admin,shop/orders',
        'traefik.io/service': 'shop/orders',
        'traefik.io/host': 'Orders.Example.com',
        'traefik.io/instance-name': 'eu, us',
      }),
    ).toEqual({
      ingressRoutes: [
        { namespace: 'shop', name: 'orders' },
        { namespace: 'shop', name: 'orders-admin' },
      ],
      services: [{ namespace: 'shop', name: 'orders' }],
      hosts: ['orders.example.com'],
      instances: ['eu', 'us'],
      named: true,
    });
  });

  it.each([
    [{ 'traefik.io/ingress-route': 'orders' }, /ingress-route.*<namespace>/],
    [{ 'traefik.io/ingress-route': '' }, /ingress-route/],
    [{ 'traefik.io/service': 'a/b/c' }, /service.*<namespace>/],
    [{ 'traefik.io/service': '../b' }, /service/],
    [{ 'traefik.io/host': 'https://a.example/x' }, /host.*without scheme/],
  ])('says what is wrong with %j', (annotations, problem) => {
    expect(claimOf(annotations)).toMatchObject({
      named: true,
      problem: expect.stringMatching(problem),
    });
  });
});
