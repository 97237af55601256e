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

import {
  application,
  applied,
  backend,
  ingressRoute,
  instance,
  loadBalancer,
  NAMESPACE,
  router,
  routesInput,
  service,
} from './__testUtils__/routesInput';
import { answerRoutes } from './answerRoutes';

const HOST = 'Host(`orders.example`)';

describe('answerRoutes', () => {
  it('does not take shop-admin for shop', () => {
    const { items } = answerRoutes(
      routesInput({
        applications: [application([ingressRoute(HOST, { name: 'shop' })])],
        instances: [
          instance({
            routers: [
              router(HOST, { of: 'shop-admin' }),
              router(HOST, { of: 'shop' }),
            ],
          }),
        ],
      }),
    );
    expect(items.map(item => item.router)).toEqual([
      router(HOST, { of: 'shop' }).name,
    ]);
  });

  it('finds the routers of several entry points, and those of safe names', () => {
    const plain = router(HOST);
    const routers = [
      router(HOST, { name: `web-${plain.name}`, entryPoints: ['web'] }),
      router(HOST, { name: `websecure-${plain.name}` }),
      router('Host(`b`)', { name: `${NAMESPACE}_orders_1@kubernetescrd` }),
    ];
    const { items } = answerRoutes(
      routesInput({
        applications: [
          application([
            ingressRoute(HOST, {
              spec: {
                routes: [
                  { match: HOST, services: [] },
                  { match: 'Host(`b`)', services: [] },
                ],
              },
            }),
          ]),
        ],
        instances: [instance({ routers })],
      }),
    );
    expect(items.map(item => item.router)).toEqual(
      routers.map(({ name }) => name),
    );
    expect(new Set(items.map(({ id }) => id)).size).toBe(3);
  });

  it('shows nothing of a router with another rule, which may be of a namesake', () => {
    // The names of shop/prod-api run together to those of shop-prod/api, which is somebody else's.
    const { items, findings } = answerRoutes(
      routesInput({
        applications: [
          application([
            applied(
              'IngressRoute',
              'prod-api',
              { routes: [{ match: 'Host(`new`)', services: [] }] },
              { namespace: 'shop' },
            ),
          ]),
        ],
        instances: [
          instance({
            routers: [
              router('Host(`old`)', { namespace: 'shop-prod', of: 'api' }),
            ],
          }),
        ],
      }),
    );
    expect(items).toMatchObject([
      {
        known: 'applied',
        hosts: ['new'],
        status: 'unknown',
        reason: expect.stringMatching(/changed a moment ago, or that is anoth/),
      },
    ]);
    expect(findings).toEqual([]);
  });

  it('keeps a tree of services small, whoever refers to whom', () => {
    const services = Array.from({ length: 100 }, () => ({
      name: 'split',
      kind: 'TraefikService',
    }));
    const name = `${NAMESPACE}-split@kubernetescrd`;
    const applications = [
      application([
        ingressRoute(HOST, { route: { services } }),
        applied('TraefikService', 'split', { weighted: { services } }),
      ]),
    ];
    const known = instance({
      routers: [router(HOST, { service: name })],
      services: [
        loadBalancer(name, [], {
          kind: 'weighted',
          services: services.map(() => ({ name })),
        }),
      ],
    });
    for (const instances of [[], [known]]) {
      const answer = answerRoutes(routesInput({ applications, instances }));
      expect(answer.items).toHaveLength(1);
      expect(JSON.stringify(answer).split('"servers"').length).toBeLessThan(
        300,
      );
    }
  });

  it('looks on the instances that serve the environment and the cluster', () => {
    const on = (config: { environments?: string[]; clusters?: string[] }) =>
      answerRoutes(
        routesInput({
          applications: [application([ingressRoute(HOST)])],
          instances: [
            instance({ routers: [router(HOST)] }, { config }),
            instance(undefined, {
              config: { name: 'us', environments: ['production'] },
            }),
          ],
        }),
      );
    expect(
      on({ environments: ['dev'], clusters: ['in-cluster'] }),
    ).toMatchObject({
      items: [{ instance: 'edge' }],
      instances: [{ name: 'edge' }],
    });
    expect(on({ clusters: ['other'] })).toMatchObject({
      items: [
        {
          status: 'unknown',
          reason: expect.stringContaining('No Traefik is configured'),
        },
      ],
      instances: [],
      findings: [],
    });
  });

  it('shows weights in percent, and what is mirrored', () => {
    const name = router(HOST).service ?? '';
    const { items } = answerRoutes(
      routesInput({
        applications: [
          application([
            ingressRoute(HOST, {
              route: { services: [{ name: 'split', kind: 'TraefikService' }] },
            }),
            applied('TraefikService', 'split', {
              weighted: {
                services: [
                  { name: 'orders', port: 80, weight: 3 },
                  { name: 'canary', port: 80 },
                ],
              },
            }),
          ]),
        ],
        instances: [
          instance({
            routers: [router(HOST)],
            services: [
              loadBalancer(name, [], {
                kind: 'weighted',
                services: [
                  { name: `${NAMESPACE}-orders-80@kubernetescrd`, weight: 3 },
                  { name: `${NAMESPACE}-mirror@kubernetescrd`, weight: 1 },
                ],
              }),
              loadBalancer(`${NAMESPACE}-orders-80@kubernetescrd`, [
                { address: 'http://10.0.0.1', status: 'up' },
                { address: 'http://10.0.0.2', status: 'down' },
              ]),
              loadBalancer(`${NAMESPACE}-mirror@kubernetescrd`, [], {
                kind: 'mirroring',
                services: [
                  { name: `${NAMESPACE}-canary-80@kubernetescrd` },
                  { name: 'gone@file', percent: 10 },
                ],
              }),
              loadBalancer(`${NAMESPACE}-canary-80@kubernetescrd`, []),
            ],
          }),
        ],
      }),
    );
    expect(items[0]).toMatchObject({
      services: [
        {
          kind: 'weighted',
          services: [
            { name: 'orders:80', weight: 3, percent: 75 },
            {
              kind: 'mirroring',
              weight: 1,
              percent: 25,
              services: [
                { name: 'canary:80', percent: 100 },
                { name: 'gone@file', percent: 10, status: 'unknown' },
              ],
            },
          ],
        },
      ],
      backends: {
        alive: 1,
        total: 2,
        source: 'traefik',
        evidence: ["Traefik 'edge': 1 of 2 servers are up"],
      },
    });
  });

  it('reads TCP and UDP, and TLS that is passed through', () => {
    const tcp = 'HostSNI(`db.example`)';
    const { items } = answerRoutes(
      routesInput({
        applications: [
          application([
            applied('IngressRouteTCP', 'db', {
              routes: [{ match: tcp, services: [{ name: 'db', port: 5432 }] }],
              tls: { passthrough: true },
            }),
            applied('IngressRouteUDP', 'dns', {
              routes: [
                { services: [{ name: 'dns', port: 53 }] },
                { services: [{ name: 'dns', port: 54 }] },
              ],
            }),
          ]),
        ],
        instances: [
          instance({
            routers: [
              router(tcp, {
                protocol: 'tcp',
                of: 'db',
                tls: { passthrough: true },
              }),
              router('', {
                protocol: 'udp',
                name: `${NAMESPACE}-dns-1@kubernetescrd`,
                rule: undefined,
                priority: undefined,
              }),
            ],
          }),
        ],
      }),
    );
    expect(items).toMatchObject([
      {
        protocol: 'tcp',
        hosts: ['db.example'],
        words: 'the TLS host is db.example',
        tls: { ended: 'backend' },
        resource: { kind: 'IngressRouteTCP' },
      },
      { protocol: 'udp', known: 'applied', status: 'missing' },
      {
        protocol: 'udp',
        known: 'traefik',
        tls: { ended: 'nowhere' },
        resource: { kind: 'IngressRouteUDP' },
      },
    ]);
  });

  it.each([
    [{}, undefined, 'nowhere'],
    [{ tlsEndsBefore: true }, undefined, 'before'],
    [{ tlsEndsBefore: true }, { passthrough: false }, 'traefik'],
  ])('says where TLS ends: %j %j', (config, tls, ended) => {
    const { items } = answerRoutes(
      routesInput({
        applications: [application([ingressRoute(HOST)])],
        instances: [instance({ routers: [router(HOST, { tls })] }, { config })],
      }),
    );
    expect(items[0].tls.ended).toBe(ended);
  });

  it('names the certificate that ends first, and what none covers', () => {
    const rule =
      'Host(`a.example`) || Host(`b.example`) || Host(`c.d.example`)';
    const { items } = answerRoutes(
      routesInput({
        applications: [application([ingressRoute(rule)])],
        instances: [
          instance({
            routers: [router(rule, { tls: { passthrough: false } })],
            certificates: [
              { hosts: ['*.example'], expiresAt: '2027-01-01T00:00:00.000Z' },
              { hosts: ['A.example'], expiresAt: '2026-12-01T00:00:00.000Z' },
              { hosts: ['a.example'], expiresAt: '2026-08-01T00:00:00.000Z' },
              { hosts: ['other'], expiresAt: '2020-01-01T00:00:00.000Z' },
            ],
          }),
        ],
      }),
    );
    expect(items[0].tls).toMatchObject({
      certificate: { expiresAt: '2026-12-01T00:00:00.000Z' },
      certificateReason: expect.stringContaining(
        'no certificate for c.d.example',
      ),
    });
  });

  it('shows middlewares by type, and those that are not there', () => {
    const { items, findings } = answerRoutes(
      routesInput({
        applications: [application([ingressRoute(HOST)])],
        instances: [
          instance({
            routers: [
              router(HOST, { middlewares: ['auth@file', 'gone@file'] }),
            ],
            middlewares: [
              {
                protocol: 'http',
                name: 'auth@file',
                type: 'basicauth',
                status: 'enabled',
              },
            ],
          }),
        ],
      }),
    );
    expect(items[0].middlewares).toEqual([
      { name: 'auth@file', type: 'basicauth', status: 'enabled' },
      { name: 'gone@file', status: 'missing' },
    ]);
    expect(findings).toMatchObject([{ kind: 'routeError' }]);
  });

  it('shows all that is applied where there is no Traefik', () => {
    const { items } = answerRoutes(
      routesInput({
        applications: [
          application(
            [
              ingressRoute(HOST, {
                spec: { tls: { certResolver: 'le' } },
                route: {
                  priority: 9,
                  middlewares: [{ name: 'auth' }],
                  services: [
                    { name: 'orders', port: 80, weight: 1 },
                    { name: 'canary', port: 80, weight: 0 },
                  ],
                },
              }),
              applied('Middleware', 'auth', { basicAuth: { secret: 'x' } }),
            ],
            { backends: [backend(2, 2), backend(0, 1, 'canary')] },
          ),
        ],
      }),
    );
    expect(items).toMatchObject([
      {
        known: 'applied',
        status: 'unknown',
        priority: '9',
        entryPoints: [{ name: 'websecure' }],
        tls: { ended: 'traefik', resolver: 'le' },
        middlewares: [
          { name: 'orders-dev/auth', type: 'basicAuth', status: 'unknown' },
        ],
        services: [
          { name: 'orders:80', weight: 1, status: 'unknown' },
          { name: 'canary:80', weight: 0 },
        ],
        backends: { alive: 2, total: 2, source: 'argocd' },
      },
    ]);
  });

  it('hides the credential that a rule asks for', () => {
    const rule = `${HOST} && Header(\`X-Token\`, \`canary\`)`;
    const { items } = answerRoutes(
      routesInput({
        applications: [application([ingressRoute(rule)])],
        instances: [instance({ routers: [router(rule)] })],
      }),
    );
    expect(items[0]).toMatchObject({
      rule: `${HOST} && Header(\`X-Token\`, \`••••••\`)`,
      words: 'the host is orders.example and the header X-Token is ••••••',
    });
    expect(JSON.stringify(items)).not.toContain('canary');
  });

  it('hides what looks like a credential in a path', () => {
    const rule = `${HOST} && Path(\`/hooks/canary\`)`;
    const { items } = answerRoutes(
      routesInput({
        instances: [instance({ routers: [router(rule)] })],
        annotations: { 'traefik.io/host': 'orders.example' },
        mask: {
          value: (_, value) => value,
          text: text => text.replace('canary', '••••••'),
        },
      }),
    );
    expect(items).toHaveLength(1);
    expect(JSON.stringify(items)).not.toContain('canary');
  });

  describe('annotations', () => {
    const instances = [
      instance({
        routers: [
          router(HOST),
          router('Host(`a`)', { of: 'admin', service: 'w@kubernetescrd' }),
          router('Host(`b`)', { of: 'other' }),
        ],
        services: [
          loadBalancer('w@kubernetescrd', [], {
            kind: 'weighted',
            services: [{ name: `${NAMESPACE}-admin-http@kubernetescrd` }],
          }),
          loadBalancer(`${NAMESPACE}-admin-http@kubernetescrd`, []),
        ],
      }),
    ];

    it.each([
      [
        { 'traefik.io/ingress-route': `${NAMESPACE}/orders` },
        ['orders.example'],
      ],
      [{ 'traefik.io/host': 'B' }, ['b']],
      [{ 'traefik.io/service': `${NAMESPACE}/admin` }, ['a']],
      [
        {
          'traefik.io/ingress-route': `${NAMESPACE}/orders`,
          'traefik.io/host': 'orders.example, b',
        },
        ['b', 'orders.example'],
      ],
    ])('%j selects %j', (annotations, hosts) => {
      const answer = answerRoutes(routesInput({ annotations, instances }));
      expect(answer.items.flatMap(item => item.hosts).sort()).toEqual(hosts);
      expect(answer.claim.missing).toEqual([]);
      expect(answer.items[0].environment).toBe('unknown');
    });

    it('narrow what the Applications have, and tie it to them', () => {
      const answer = answerRoutes(
        routesInput({
          annotations: { 'traefik.io/service': `${NAMESPACE}/orders` },
          applications: [
            application([
              ingressRoute(HOST),
              ingressRoute('Host(`b`)', {
                name: 'other',
                route: { services: [{ name: 'other', port: 80 }] },
              }),
            ]),
          ],
          instances,
        }),
      );
      expect(answer.items).toMatchObject([
        { hosts: ['orders.example'], environment: 'dev' },
      ]);
      expect(answer.claim.missing).toEqual([]);
    });

    it('say what they name and nobody has', () => {
      const annotations = {
        'traefik.io/ingress-route': 'a/b',
        'traefik.io/service': 'c/d',
        'traefik.io/host': 'nowhere.example',
      };
      const answer = answerRoutes(routesInput({ annotations, instances }));
      expect(answer.claim.missing).toEqual(['a/b', 'c/d', 'nowhere.example']);
      expect(answer.findings.map(({ kind }) => kind)).toEqual([
        'wrongClaim',
        'wrongClaim',
        'wrongClaim',
      ]);
      const silent = answerRoutes(
        routesInput({
          annotations,
          instances: [...instances, instance(undefined)],
        }),
      );
      expect(silent.claim.missing).toEqual([]);
    });

    it('name an instance that is not there', () => {
      const answer = answerRoutes(
        routesInput({
          annotations: {
            'traefik.io/instance-name': 'us',
            'traefik.io/host': 'b',
            'backstage.io/edit-url': 'https://git.example/edit',
          },
          instances,
        }),
      );
      expect(answer).toMatchObject({
        items: [],
        claim: { problem: expect.stringContaining('Choose from: edge') },
        findings: [
          {
            kind: 'wrongClaim',
            remedy: { url: 'https://git.example/edit' },
          },
        ],
      });
    });
  });

  it('tells nothing of what is hidden', () => {
    const answer = answerRoutes({
      ...routesInput({
        annotations: { 'traefik.io/host': 'b, nowhere' },
        instances: [instance({ routers: [router('Host(`b`)')] })],
      }),
      opened: {
        ...routesInput({}).opened,
        filter: { conditional: true, allows: () => false },
      },
    });
    expect(answer).toMatchObject({
      items: [],
      findings: [],
      hidden: 0,
      claim: { missing: [] },
    });
  });

  it('does not tell by what is missing which services there are', () => {
    const leaf = `${NAMESPACE}-admin-http@kubernetescrd`;
    const missing = (services: string[]) =>
      answerRoutes(
        routesInput({
          strict: true,
          annotations: { 'traefik.io/service': `${NAMESPACE}/admin` },
          instances: [
            instance({
              services: services.map(one => loadBalancer(one, [])),
              routers: [router(HOST, { service: leaf })],
            }),
          ],
        }),
      ).claim.missing;
    expect(missing([leaf])).toEqual(missing([]));
  });

  it('says what Argo CD has not told', () => {
    const { findings, items } = answerRoutes(
      routesInput({
        applications: [application(undefined)],
        instances: [instance({})],
      }),
    );
    expect(items).toEqual([]);
    expect(findings).toMatchObject([
      {
        kind: 'upstreamUnknown',
        environment: 'dev',
        remedy: { tab: 'argocd', application: { name: 'orders-dev' } },
      },
    ]);
  });

  it.each([
    ['its rule is empty', ingressRoute(''), []],
    [
      "its ingress class is 'internal'",
      ingressRoute(HOST, { spec: { ingressClassName: 'internal' } }),
      [],
    ],
    [
      'refers to shared/auth in another namespace',
      ingressRoute(HOST, {
        route: { middlewares: [{ name: 'auth', namespace: 'shared' }] },
      }),
      [],
    ],
    ['the Service orders-dev/orders does not exist', ingressRoute(HOST), []],
    [
      'has no port 80',
      ingressRoute(HOST),
      [service('orders', { ports: [{ port: 8080, name: 'web' }] })],
    ],
    [
      'is an ExternalName',
      ingressRoute(HOST),
      [service('orders', { type: 'ExternalName' })],
    ],
    ['has no pod that is ready', ingressRoute(HOST), [service()]],
  ])('says why Traefik made no router: %s', (reason, route, resources) => {
    const { items, findings } = answerRoutes(
      routesInput({
        applications: [
          application([route, ...resources], {
            backends: resources.length > 0 ? [backend(0, 1)] : [],
          }),
        ],
        instances: [instance({ routers: [router('Host(`x`)', { of: 'x' })] })],
      }),
    );
    expect(items).toMatchObject([
      { status: 'missing', reason: expect.stringContaining(reason) },
    ]);
    expect(findings.map(({ kind }) => kind)).toEqual([
      ...(resources.length > 0 ? ['noLiveBackend'] : []),
      'routeMissing',
    ]);
  });

  it('says where the reason is only in the log, or that there are no routers at all', () => {
    const reasonWith = (routers: ReturnType<typeof router>[]) =>
      answerRoutes(
        routesInput({
          applications: [
            application([ingressRoute(HOST), service()], {
              backends: [backend(1, 1)],
            }),
          ],
          instances: [instance({ routers })],
        }),
      ).items[0].reason;
    expect(reasonWith([router('Host(`x`)', { of: 'x' })])).toContain('its log');
    expect(reasonWith([])).toContain('is its Kubernetes provider on');
  });

  it('does not call missing what was applied a moment ago', () => {
    const { items, findings } = answerRoutes(
      routesInput({
        applications: [
          application([
            applied(
              'IngressRoute',
              'orders',
              { routes: [{ match: HOST }] },
              { metadata: { creationTimestamp: '2026-06-01T11:59:58Z' } },
            ),
          ]),
        ],
        instances: [instance({})],
      }),
    );
    expect(items).toMatchObject([
      { status: 'unknown', reason: expect.stringContaining('a moment ago') },
    ]);
    expect(findings).toEqual([]);
  });
});
