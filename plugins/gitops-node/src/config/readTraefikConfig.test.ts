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
import { readTraefikConfig } from './readTraefikConfig';

const read = (traefik?: object) =>
  readTraefikConfig(
    new ConfigReader({ gitops: JSON.parse(JSON.stringify({ traefik })) }),
  );
const one = (instance: object) =>
  read({ instances: [{ name: 'main', urls: ['http://a'], ...instance }] });

describe('readTraefikConfig', () => {
  it('has no instances where there is nothing', () => {
    expect(read()).toEqual({
      instances: [],
      pollInterval: { seconds: 10 },
      certificateWarning: { days: 14 },
    });
  });

  it('reads replicas by address', () => {
    expect(
      one({
        urls: ['http://10.0.0.11:8080/', 'http://10.0.0.12:8080'],
        dashboardUrl: 'https://traefik.example.com/dashboard/#/',
        basePath: '/traefik/',
        tlsEndsBefore: 'true',
        auth: { username: 'portal', password: 'p' },
        environments: ['dev'],
        clusters: ['eks-dev'],
        tls: { caFile: '/ca.pem' },
      }).instances,
    ).toEqual([
      {
        name: 'main',
        replicas: {
          type: 'urls',
          urls: ['http://10.0.0.11:8080', 'http://10.0.0.12:8080'],
        },
        dashboardUrl: 'https://traefik.example.com/dashboard/#/',
        basePath: '/traefik',
        tlsEndsBefore: true,
        auth: { username: 'portal', password: 'p' },
        environments: ['dev'],
        clusters: ['eks-dev'],
        headers: {},
        tls: { caFile: '/ca.pem' },
        timeout: { seconds: 10 },
      },
    ]);
  });

  it('reads replicas by name', () => {
    const dns = 'traefik-api.traefik.svc.cluster.local';
    expect(one({ urls: undefined, dns, port: '9000' }).instances).toMatchObject(
      [{ replicas: { type: 'dns', host: dns, port: 9000 } }],
    );
  });

  it.each([
    [{ urls: undefined }, /instances\[0\].*expected either urls/],
    [{ dns: 'a' }, /instances\[0\].*expected either urls/],
    [{ urls: [] }, /urls: found a list, expected at least one address/],
    [{ urls: ['ftp://a'] }, /urls\[0\].*'ftp:\/\/a', expected the http/],
    [{ urls: undefined, dns: 'a', port: 0 }, /port: found 0/],
    [{ basePath: 'traefik' }, /basePath.*a path that begins with/],
    [{ dashboardUrl: 'ftp://traefik.example' }, /dashboardUrl/],
    [{ auth: { username: 'x' } }, /auth.password: found nothing/],
    [{ headers: { Authorization: 'canary' } }, /Authorization is made of/],
    [{ url: 'http://a' }, /url: there is no such key/],
  ])('refuses %j', (instance, message) => {
    expect(() => one(instance)).toThrow(message);
    expect(() => one(instance)).not.toThrow(/canary/);
  });

  it('refuses two instances of one name', () => {
    const instance = { name: 'main', urls: ['http://a'] };
    expect(() => read({ instances: [instance, instance] })).toThrow(
      /instances\[1\].name: found 'main', expected a name that no other/,
    );
  });
});
