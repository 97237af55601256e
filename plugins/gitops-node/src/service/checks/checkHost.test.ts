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

import { checkHost, HostFacts } from './checkHost';

const inUse = [
  {
    host: 'shop.dev.acme.example',
    service: 'storefront',
    environment: 'dev',
    path: 'applications/dev/storefront/values.yaml',
  },
];
const facts: HostFacts = {
  host: 'orders',
  service: 'orders',
  domains: ['dev.acme.example', 'acme.example'],
  inUse,
};

describe('checkHost', () => {
  it.each<[string, HostFacts, string | undefined]>([
    [
      'a free host, and says what it becomes',
      facts,
      'orders.dev.acme.example, orders.acme.example',
    ],
    [
      'no host',
      { ...facts, host: '' },
      'Without a host, the service has no route from outside.',
    ],
    [
      'a host of its own',
      { ...facts, host: 'shop', service: 'storefront' },
      'shop.dev.acme.example, shop.acme.example',
    ],
    [
      'the same label in a domain that is not ours',
      { ...facts, host: 'shop', domains: ['acme.example'] },
      'shop.acme.example',
    ],
    [
      'anything free where the domains are unknown',
      { ...facts, domains: [] },
      undefined,
    ],
  ])('allows %s', (_, given, message) => {
    expect(checkHost(given)).toEqual({ status: 'ok', message });
  });

  it.each<[string, HostFacts, RegExp]>([
    [
      'a host of another service',
      { ...facts, host: 'shop' },
      /shop\.dev\.acme\.example belongs to service "storefront" \(applications\/dev\/storefront\/values\.yaml\)/,
    ],
    [
      'a first label of another service where the domains are unknown',
      { ...facts, host: 'shop', domains: [] },
      /belongs to service "storefront"/,
    ],
    ['a host of two labels', { ...facts, host: 'a.b' }, /one DNS label/],
    ['upper case', { ...facts, host: 'Shop' }, /lower-case/],
    ['64 characters', { ...facts, host: 'a'.repeat(64) }, /at most 63/],
    [
      'a name of more than 253 characters',
      { ...facts, domains: [`${'a.'.repeat(124)}example`] },
      /more than 253 characters/,
    ],
  ])('refuses %s', (_, given, message) => {
    expect(checkHost(given)).toEqual({
      status: 'refused',
      message: expect.stringMatching(message),
    });
  });
});
