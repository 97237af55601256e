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

import fc from 'fast-check';
import { planServiceRegistry } from './planServiceRegistry';
import { mergeServiceRegistries } from './serviceRegistries';
import { addServiceRegistry, readServiceRegistries } from './serviceRegistries';

const gitopsUrl = 'https://github.com/acme/gitops-platform';

function plan(
  content: string,
  name = 'orders',
  repositoryUrl = `https://github.com/acme/${name}`,
) {
  return planServiceRegistry({
    request: { name, repositoryUrl },
    gitopsUrl,
    content,
  });
}

describe('planServiceRegistry', () => {
  it.each<[string, string, string]>([
    ['an empty list', '{}\n', '{\n  "orders": "orders"\n}\n'],
    ['an empty list of two lines', '{\n}', '{\n  "orders": "orders"\n}'],
    [
      'before the first',
      '{\n  "welcome": "welcome"\n}\n',
      '{\n  "orders": "orders",\n  "welcome": "welcome"\n}\n',
    ],
    [
      'between',
      '{\n  "cart": "shop-cart",\n  "welcome": "welcome"\n}\n',
      '{\n  "cart": "shop-cart",\n  "orders": "orders",\n  "welcome": "welcome"\n}\n',
    ],
    [
      'after the last',
      '{\n  "cart": "cart"\n}\n',
      '{\n  "cart": "cart",\n  "orders": "orders"\n}\n',
    ],
    [
      'another indentation, Windows line breaks and no last one',
      '{\r\n\t"cart" : "cart",\r\n\r\n\t"welcome" : "a \\" b"\r\n}',
      '{\r\n\t"cart" : "cart",\r\n\r\n\t"orders" : "orders",\r\n\r\n\t"welcome" : "a \\" b"\r\n}',
    ],
    [
      'one line',
      '{ "cart": "cart", "welcome": "welcome" }',
      '{ "cart": "cart", "orders": "orders", "welcome": "welcome" }',
    ],
    ['no space at all', '{"cart":"cart"}', '{"cart":"cart","orders":"orders"}'],
  ])('adds a service: %s', (_, before, after) => {
    expect(plan(before)).toEqual({
      path: 'terraform/global/ecr/services.json',
      content: after,
      change: 'modified',
    });
    expect(plan(after)).toBeUndefined();
  });

  it('takes the name of the repository, which may be another than that of the service', () => {
    expect(
      plan('{}', 'orders', 'https://github.com/acme/shop-orders')?.content,
    ).toContain('"orders": "shop-orders"');
    expect(
      plan('{"orders":"Orders"}', 'orders', 'https://github.com/acme/orders'),
    ).toBeUndefined();
  });

  it.each([
    ['another organisation', 'https://github.com/other/orders'],
    ['another host', 'https://gitlab.com/acme/orders'],
    ['a folder further down', 'https://github.com/acme/shop/orders'],
  ])('leaves out a repository of %s', (_, repositoryUrl) => {
    expect(plan('{}', 'orders', repositoryUrl)).toBeUndefined();
  });

  it.each<[string, string, string, string]>([
    [
      'a name that is another repository’s',
      '{"orders":"shop-orders"}',
      'ConflictError',
      'services.json says that orders is built in the repository shop-orders, not in https://github.com/acme/orders; choose another name',
    ],
    ['what is no JSON', '{"orders":', 'InputError', 'must be a JSON object'],
    ['a list', '["orders"]', 'InputError', 'must be a JSON object'],
    [
      'more than names',
      '{"a":{"b":"c"}}',
      'InputError',
      'must be a JSON object',
    ],
    [
      'a service that is there twice',
      '{"a":"b","a":"c"}',
      'InputError',
      'it names a service twice',
    ],
  ])('refuses %s', (_, content, name, message) => {
    expect(() => plan(content)).toThrow(
      expect.objectContaining({
        name,
        message: expect.stringContaining(message),
      }),
    );
  });

  it('refuses a repository elsewhere where its name is taken', () => {
    expect(() =>
      plan('{"orders":"orders"}', 'orders', 'https://github.com/other/orders'),
    ).toThrow('choose another name');
  });

  it('keeps the list sorted, a line each, whatever the order of additions', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 12 }), names => {
        const text = names.reduce(
          (content, service) =>
            addServiceRegistry(content, {
              service,
              repository: `r-${service}`,
            }),
          '{}\n',
        );
        expect([...readServiceRegistries(text).keys()]).toEqual(
          [...names].sort(),
        );
        const sorted = Object.fromEntries(
          [...names].sort().map(service => [service, `r-${service}`]),
        );
        expect(text).toBe(
          names.length ? `${JSON.stringify(sorted, undefined, 2)}\n` : '{}\n',
        );
      }),
    );
  });
});

describe('mergeServiceRegistries', () => {
  const list = (services: Record<string, string>) =>
    `${JSON.stringify(services, undefined, 2)}\n`;

  it('keeps what others have added since, and adds what is ours', () => {
    expect(
      mergeServiceRegistries(
        list({ cart: 'cart', orders: 'orders' }),
        list({ billing: 'billing', orders: 'orders' }),
      ),
    ).toBe(list({ billing: 'billing', cart: 'cart', orders: 'orders' }));
  });

  it('changes nothing where everything is there', () => {
    const all = list({ cart: 'cart', orders: 'orders' });
    expect(mergeServiceRegistries(all, list({ orders: 'orders' }))).toBe(all);
  });
});
