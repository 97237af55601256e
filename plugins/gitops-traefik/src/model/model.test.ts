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

import type { Finding } from '@gitops-platform/backstage-plugin-gitops-common';
import { route } from '../../dev/fixtures';
import { assignFindings } from './assignFindings';
import { certificateState } from './certificateState';
import { hostAddress } from './hostAddress';
import { percentText } from './percentText';
import { routeName } from './routeName';

describe('hostAddress', () => {
  it.each([
    ['http', 'traefik', 'cart.acme.example', 'https://cart.acme.example'],
    ['http', 'before', 'cart.acme.example', 'https://cart.acme.example'],
    ['http', 'backend', 'cart.acme.example', 'https://cart.acme.example'],
    ['http', 'nowhere', 'cart.acme.example', 'http://cart.acme.example'],
    ['http', 'unknown', 'cart.acme.example', undefined],
    ['tcp', 'traefik', 'cart.acme.example', undefined],
    ['http', 'traefik', '*.acme.example', undefined],
    ['http', 'traefik', 'acme.example/x?y', undefined],
  ] as const)(
    'of %s, TLS ended %s, at %s is %s',
    (protocol, ended, host, to) => {
      expect(hostAddress({ protocol, tls: { ended } }, host)).toBe(to);
    },
  );
});

describe('certificateState', () => {
  const now = Date.parse('2026-11-21T12:00:00Z');
  const near = {
    kind: 'certificateExpiring',
    environment: 'dev',
    subject: 'cart.dev.acme.example',
  };
  it.each([
    [undefined, near, undefined],
    ['2026-11-21T12:00:00Z', {}, 'expired'],
    ['2026-11-21T12:00:01Z', {}, 'valid'],
    ['2026-11-21T12:00:01Z', near, 'expiring'],
    ['2026-11-21T12:00:01Z', { ...near, environment: 'staging' }, 'valid'],
    ['2026-11-21T12:00:01Z', { ...near, subject: 'elsewhere' }, 'valid'],
    ['2026-11-21T12:00:01Z', { ...near, kind: 'routeError' }, 'valid'],
  ])(
    'of one that ends at %s, with finding %j, is %s',
    (expiresAt, of, state) => {
      const finding = {
        severity: 'warning',
        message: 'x',
        evidence: [],
        ...of,
      } as Finding;
      const subject = route('dev', {
        tls: {
          ended: 'traefik',
          certificate: expiresAt ? { hosts: [], expiresAt } : undefined,
        },
      });
      expect(certificateState(subject, [finding], now)).toBe(state);
    },
  );
});

describe('percentText', () => {
  it.each([
    [90, '90%'],
    [12.5, '12.5%'],
    [33.333, '33.3%'],
  ])('puts %d as %s', (percent, text) => {
    expect(percentText(percent, 'en')).toBe(text);
  });
});

describe('routeName', () => {
  it.each([
    [{}, 'cart.dev.acme.example'],
    [{ hosts: [] }, 'cart'],
    [{ hosts: [], resource: undefined, router: 'r@file' }, 'r@file'],
    [{ hosts: [], resource: undefined, router: undefined, rule: 'R' }, 'R'],
    [
      {
        hosts: [],
        resource: undefined,
        router: undefined,
        rule: undefined,
        id: 'i',
      },
      'i',
    ],
  ])('with %j is %s', (changes, name) => {
    expect(routeName(route('dev', changes))).toBe(name);
  });
});

describe('assignFindings', () => {
  const dev = route('dev');
  const blue = route('production', { cluster: 'blue', hosts: ['a', 'b'] });
  const green = route('production', { cluster: 'green', router: 'r@file' });
  const routes = [dev, blue, green];
  const of = (changes: Partial<Finding>): Finding => ({
    kind: 'routeError',
    severity: 'error',
    message: 'x',
    evidence: [],
    ...changes,
  });

  it.each<[Partial<Finding>, string | undefined]>([
    [{ environment: 'dev' }, 'dev'],
    [{ environment: 'production' }, 'blue'],
    [{ environment: 'production', cluster: 'green' }, 'green'],
    [{ environment: 'production', subject: 'r@file' }, 'green'],
    [{ subject: 'b' }, 'blue'],
    [{ subject: 'cart-dev/cart' }, 'dev'],
    [{ environment: 'dev', subject: 'elsewhere' }, 'dev'],
    [{ environment: 'staging', subject: 'b' }, undefined],
    [{ subject: 'elsewhere' }, undefined],
    [{}, undefined],
  ])('puts %j beside %s', (changes, expected) => {
    const finding = of(changes);
    const { byRoute, rest } = assignFindings(routes, [finding]);
    const beside = [...byRoute].map(([{ environment, cluster }]) =>
      environment === 'dev' ? environment : cluster,
    );
    expect(beside).toEqual(expected ? [expected] : []);
    expect(rest).toEqual(expected ? [] : [finding]);
  });

  it('keeps the order of several beside one route', () => {
    const first = of({ environment: 'dev', message: '1' });
    const second = of({ environment: 'dev', message: '2' });
    expect(assignFindings(routes, [first, second]).byRoute.get(dev)).toEqual([
      first,
      second,
    ]);
  });
});
