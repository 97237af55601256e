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

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe } from 'node:test';
import type { ArgoApplicationKey } from '@gitops-platform/backstage-plugin-gitops-node';
import { until } from '../argocd/stream';
import { Workshop } from '../argocd/Workshop';
import { entityRoutes } from './entityRoutes';
import { ourTraefikClient } from './ourTraefikClient';
import {
  documents,
  ingressRoute,
  ingressRouteTcp,
  ingressRouteUdp,
  middleware,
  service,
  traefikService,
  workload,
} from './routeManifests';
import { call, list, skip, type RawItem } from './target';

const SECRET = 'contract-middleware-secret';
const HOST = 'contract.example.localhost';
const rule = (name: string) => `Host(\`${name}.${HOST}\`)`;
const to = (name: string, more: object = {}) => ({ name, port: 80, ...more });

const files = {
  'routes/workloads.yaml': documents(
    ...workload('orders'),
    ...workload('canary'),
    service('empty', { app: 'nobody' }),
  ),
  'routes/routes.yaml': documents(
    middleware('token', {
      headers: { customRequestHeaders: { 'X-Token': SECRET } },
    }),
    ingressRoute('plain', [
      {
        match: rule('plain'),
        middlewares: [{ name: 'token' }],
        services: [to('orders')],
      },
    ]),
    ingressRoute('plain-admin', [
      { match: rule('plain-admin'), services: [to('orders')] },
    ]),
    ingressRoute('dotted.name', [
      { match: rule('dotted'), services: [to('orders', { port: 'http' })] },
    ]),
    ingressRoute('two-rules', [
      { match: rule('two'), priority: 77, services: [to('orders')] },
      {
        match: `${rule('two')} && PathPrefix(\`/canary\`)`,
        services: [to('canary')],
      },
    ]),
    ingressRoute('weighted', [
      {
        match: rule('weighted'),
        services: [to('orders', { weight: 3 }), to('canary', { weight: 1 })],
      },
    ]),
    traefikService('split', {
      weighted: {
        services: [to('orders', { weight: 9 }), to('canary', { weight: 1 })],
      },
    }),
    traefikService('mirrored', {
      mirroring: { ...to('orders'), mirrors: [to('canary', { percent: 10 })] },
    }),
    ingressRoute('split', [
      {
        match: rule('split'),
        services: [{ kind: 'TraefikService', name: 'split' }],
      },
    ]),
    ingressRoute('mirrored', [
      {
        match: rule('mirrored'),
        services: [{ kind: 'TraefikService', name: 'mirrored' }],
      },
    ]),
    ingressRoute(
      'secure',
      [{ match: rule('secure'), services: [to('orders')] }],
      { tls: {} },
    ),
    ingressRoute('bad-rule', [
      { match: 'Hots(`x`)', services: [to('orders')] },
    ]),
    ingressRoute('no-middleware', [
      {
        match: rule('no-middleware'),
        middlewares: [{ name: 'nosuch' }],
        services: [to('orders')],
      },
    ]),
    ingressRoute('no-traefik-service', [
      {
        match: rule('no-traefik-service'),
        services: [{ kind: 'TraefikService', name: 'nosuch' }],
      },
    ]),
    ingressRoute(
      'no-entry-point',
      [{ match: rule('no-entry-point'), services: [to('orders')] }],
      { entryPoints: ['nosuch'] },
    ),
    ingressRoute('no-service', [
      { match: rule('no-service'), services: [to('nosuch')] },
    ]),
    ingressRoute('no-port', [
      { match: rule('no-port'), services: [to('orders', { port: 81 })] },
    ]),
    ingressRoute('no-endpoints', [
      { match: rule('no-endpoints'), services: [to('empty')] },
    ]),
    ingressRoute(
      'other-class',
      [{ match: rule('other-class'), services: [to('orders')] }],
      { ingressClassName: 'gitops-contract-other' },
    ),
    ingressRouteTcp(
      'passthrough',
      [
        {
          match: `HostSNI(\`tcp.${HOST}\`)`,
          services: [to('orders')],
        },
      ],
      { tls: { passthrough: true } },
    ),
    ingressRouteUdp('datagrams', [{ services: [to('orders')] }]),
  ),
};

/** What a router of HTTP comes of. */
const ROUTED = [
  'plain',
  'plain-admin',
  'dotted-name',
  'two-rules',
  'weighted',
  'split',
  'mirrored',
  'secure',
  'bad-rule',
  'no-middleware',
  'no-traefik-service',
  'no-entry-point',
];

const workshop = new Workshop('traefik', files);
const namespace = workshop.project;

/** As Traefik names what it makes of an IngressRoute's rule. */
function nameOf(route: string, match: string): string {
  const hash = createHash('sha256').update(match).digest('hex').slice(0, 20);
  return `${namespace}-${route}-${hash}@kubernetescrd`;
}

const find = (items: RawItem[], name: string) =>
  items.find(item => item.name === name);

const routersOf = (items: RawItem[], route: string) =>
  items.filter(({ name }) => name.startsWith(`${namespace}-${route}-`));

describe('routers of IngressRoutes', { skip }, () => {
  const client = skip ? undefined : ourTraefikClient();
  let key: ArgoApplicationKey;
  let routers: RawItem[] = [];
  let services: RawItem[] = [];

  before(async () => {
    if (skip) return;
    await workshop.open();
  });
  after(async () => {
    await client?.close();
    await workshop.close();
  });

  workshop.it('appear a moment after Argo CD has applied them', async () => {
    key = await workshop.make('gitops-contract-traefik', { source: 'routes' });
    const { status } = await workshop.sync(key);
    assert.equal(status.operationState.phase, 'Succeeded');
    // Traefik hears of one resource after another.
    await until('everything heard of', async () => {
      routers = await list('/http/routers');
      services = await list('/http/services');
      const plain = nameOf('plain', rule('plain'));
      const servers = find(services, plain)?.loadBalancer?.servers;
      return (
        servers?.length === 2 &&
        find(routers, plain)?.status === 'enabled' &&
        ROUTED.every(route => routersOf(routers, route).length > 0) &&
        find(services, `${namespace}-mirrored@kubernetescrd`) &&
        (await list('/tcp/services')).some(
          ({ name, loadBalancer }) =>
            name.startsWith(`${namespace}-passthrough-`) &&
            loadBalancer?.servers?.length === 2,
        ) &&
        (await list('/udp/routers')).some(({ name }) =>
          name.startsWith(`${namespace}-datagrams-`),
        )
      );
    });
  });

  workshop.it(
    'are called like the namespace, the IngressRoute and the hash of the rule',
    () => {
      const router = find(routers, nameOf('plain', rule('plain')));
      assert.equal(router?.provider, 'kubernetescrd');
      assert.equal(router?.status, 'enabled');
      assert.equal(router?.rule, rule('plain'));
      assert.deepEqual(router?.entryPoints, ['web']);
      assert.deepEqual(router?.using, ['web']);
      assert.equal(`${router?.service}@kubernetescrd`, router?.name);
      assert.deepEqual(router?.middlewares, [
        `${namespace}-token@kubernetescrd`,
      ]);
      return Promise.resolve();
    },
  );

  workshop.it('have dots in names replaced', () => {
    assert.ok(find(routers, nameOf('dotted-name', rule('dotted'))));
    return Promise.resolve();
  });

  workshop.it(
    'have the length of the rule as priority, or what is given',
    () => {
      const plain = find(routers, nameOf('plain', rule('plain')));
      assert.equal(plain?.priorityStr, String(rule('plain').length));
      const two = find(routers, nameOf('two-rules', rule('two')));
      assert.equal(two?.priority, 77);
      assert.equal(two?.priorityStr, '77');
      return Promise.resolve();
    },
  );

  workshop.it('are one for each rule', () => {
    assert.equal(routersOf(routers, 'two-rules').length, 2);
    return Promise.resolve();
  });

  workshop.it('lead to servers, each with a state', () => {
    const lb = find(services, nameOf('plain', rule('plain')));
    assert.equal(lb?.type, 'loadbalancer');
    const servers = lb?.loadBalancer?.servers ?? [];
    assert.equal(servers.length, 2);
    for (const { url } of servers) {
      assert.match(url ?? '', /^http:\/\/[\d.]+:8080$/);
      assert.equal(lb?.serverStatus?.[url ?? ''], 'UP');
    }
    return Promise.resolve();
  });

  workshop.it(
    'with several services lead to a weighted one of the same name',
    () => {
      const weighted = find(services, nameOf('weighted', rule('weighted')));
      assert.equal(weighted?.type, 'weighted');
      assert.deepEqual(weighted?.weighted?.services, [
        { name: `${namespace}-orders-80`, weight: 3 },
        { name: `${namespace}-canary-80`, weight: 1 },
      ]);
      assert.ok(find(services, `${namespace}-orders-80@kubernetescrd`));
      return Promise.resolve();
    },
  );

  workshop.it('lead to TraefikServices, weighted and mirroring', async () => {
    const split = find(routers, nameOf('split', rule('split')));
    assert.equal(split?.service, `${namespace}-split`);
    const ours = (await client?.listServices('http'))?.items ?? [];
    const kindOf = (name: string) =>
      ours.find(one => one.name === `${namespace}-${name}@kubernetescrd`);
    assert.deepEqual(
      [kindOf('split')?.kind, kindOf('split')?.services],
      [
        'weighted',
        [
          { name: `${namespace}-orders-80@kubernetescrd`, weight: 9 },
          { name: `${namespace}-canary-80@kubernetescrd`, weight: 1 },
        ],
      ],
    );
    assert.equal(kindOf('mirrored')?.kind, 'mirroring');
    assert.deepEqual(
      kindOf('mirrored')?.services.map(({ name, percent }) => [name, percent]),
      [
        [`${namespace}-orders-80@kubernetescrd`, undefined],
        [`${namespace}-canary-80@kubernetescrd`, 10],
      ],
    );
  });

  workshop.it('say that they have TLS', async () => {
    const secure = find(routers, nameOf('secure', rule('secure')));
    assert.ok(secure?.tls);
    assert.equal(find(routers, nameOf('plain', rule('plain')))?.tls, undefined);
    const ours = await client?.listRouters('http');
    assert.deepEqual(
      ours?.items.find(({ name }) => name === secure?.name)?.tls,
      { resolver: undefined, passthrough: false },
    );
  });

  workshop.it('of TCP are named alike, and pass TLS through', async () => {
    const match = `HostSNI(\`tcp.${HOST}\`)`;
    const name = nameOf('passthrough', match);
    const ours = await client?.listRouters('tcp');
    const router = ours?.items.find(one => one.name === name);
    assert.equal(router?.rule, match);
    assert.equal(router?.status, 'enabled');
    assert.equal(router?.tls?.passthrough, true);
    const tcp = await client?.listServices('tcp');
    const servers = tcp?.items.find(one => one.name === name)?.servers ?? [];
    assert.equal(servers.length, 2);
    assert.match(servers[0].address, /^[\d.]+:8080$/);
  });

  workshop.it('of UDP have a number for a hash, and no rule', async () => {
    const name = `${namespace}-datagrams-0@kubernetescrd`;
    const ours = await client?.listRouters('udp');
    const router = ours?.items.find(one => one.name === name);
    assert.ok(router, 'made of a rule without a match');
    assert.equal(router.rule, undefined);
    assert.equal(router.priority, undefined);
  });

  workshop.it(
    'are switched off where they have errors, in words that we know',
    async () => {
      const ours = (await client?.listRouters('http'))?.items ?? [];
      const table: [string, string, RegExp, string][] = [
        [
          'bad-rule',
          'Hots(`x`)',
          /unsupported function: Hots$/,
          'the rule cannot be parsed: there is no matcher Hots',
        ],
        [
          'no-middleware',
          rule('no-middleware'),
          /^middleware ".*-nosuch@kubernetescrd" does not exist$/,
          `the middleware ${namespace}-nosuch@kubernetescrd does not exist`,
        ],
        [
          'no-traefik-service',
          rule('no-traefik-service'),
          /^the service ".*-nosuch@kubernetescrd" does not exist$/,
          `the service ${namespace}-nosuch@kubernetescrd does not exist`,
        ],
      ];
      for (const [route, match, raw, words] of table) {
        const router = find(routers, nameOf(route, match));
        assert.equal(router?.status, 'disabled', route);
        assert.match(router?.error?.[0] ?? '', raw);
        const own = ours.find(({ name }) => name === router?.name);
        assert.deepEqual(own?.errors, [words]);
      }
    },
  );

  workshop.it('say which entry point does not exist', async () => {
    const name = nameOf('no-entry-point', rule('no-entry-point'));
    assert.equal(find(routers, name)?.status, 'disabled');
    const ours = await client?.listRouters('http');
    assert.deepEqual(ours?.items.find(one => one.name === name)?.errors, [
      'the entry point nosuch does not exist',
      'it is on no entry point that exists',
    ]);
  });

  for (const route of ['no-service', 'no-port', 'other-class']) {
    workshop.it(`are not made at all of ${route}`, () => {
      assert.deepEqual(routersOf(routers, route), []);
      return Promise.resolve();
    });
  }

  workshop.it(
    'are not made of a Service without endpoints, or lead to no server',
    () => {
      const [router] = routersOf(routers, 'no-endpoints');
      const lb = router && find(services, router.name);
      // As `allowEmptyServices` says.
      assert.deepEqual(lb?.loadBalancer?.servers ?? [], []);
      return Promise.resolve();
    },
  );

  workshop.it('are put together with what Argo CD applied', async () => {
    const { items, findings } = await entityRoutes(key);
    const routesOf = (name: string) =>
      items.filter(({ resource }) => resource?.name === name);
    const [plain] = routesOf('plain');
    assert.equal(plain.known, 'traefik');
    assert.equal(plain.words, `the host is plain.${HOST}`);
    assert.equal(plain.services[0].name, 'orders:80');
    assert.deepEqual(
      [plain.backends?.alive, plain.backends?.total, plain.backends?.source],
      [2, 2, 'argocd'],
    );
    assert.deepEqual(
      plain.middlewares.map(({ type }) => type),
      ['headers'],
    );
    assert.deepEqual(
      routesOf('weighted')[0].services[0].services.map(({ name, percent }) => [
        name,
        percent,
      ]),
      [
        ['orders:80', 75],
        ['canary:80', 25],
      ],
    );
    assert.equal(routesOf('two-rules').length, 2);
    assert.equal(routesOf('passthrough')[0].tls.ended, 'backend');
    for (const name of ROUTED.filter(one => one !== 'dotted-name')) {
      assert.ok(
        routesOf(name).every(({ known }) => known === 'traefik'),
        name,
      );
    }
    for (const [name, reason] of [
      ['no-service', /nosuch does not exist/],
      ['no-port', /has no port 81/],
      ['other-class', /its ingress class is 'gitops-contract-other'/],
    ] as const) {
      const [route] = routesOf(name);
      assert.equal(route.status, 'missing', name);
      assert.match(route.reason ?? '', reason);
    }
    const told = findings.map(({ kind, subject }) => `${kind} ${subject}`);
    assert.ok(told.includes(`noLiveBackend no-endpoints.${HOST}`));
    assert.ok(told.includes(`routeMissing no-service.${HOST}`));
    assert.ok(told.includes(`routeError no-middleware.${HOST}`));
    assert.ok(!told.some(one => one.includes(`plain.${HOST}`)));
    assert.ok(!JSON.stringify({ items, findings }).includes(SECRET));
  });

  workshop.it(
    'have middlewares, whose contents Traefik tells and our client does not',
    async () => {
      const raw = await call<RawItem>(
        `/http/middlewares/${namespace}-token@kubernetescrd`,
      );
      assert.equal(raw.json.type, 'headers');
      assert.equal(raw.json.headers?.customRequestHeaders?.['X-Token'], SECRET);
      const ours = await client?.listMiddlewares('http');
      assert.deepEqual(
        ours?.items.find(({ name }) => name === raw.json.name),
        {
          protocol: 'http',
          name: raw.json.name,
          type: 'headers',
          status: 'enabled',
        },
      );
      assert.ok(!JSON.stringify(ours).includes(SECRET));
    },
  );

  workshop.it('have another name once the rule is another', async () => {
    const match = rule('plain-changed');
    workshop.push({
      'routes/routes.yaml': files['routes/routes.yaml'].replaceAll(
        JSON.stringify(rule('plain')).slice(1, -1),
        match,
      ),
    });
    await workshop.get(key, 'normal');
    await workshop.sync(key);
    await until('the other name', async () => {
      routers = await list('/http/routers');
      return find(routers, nameOf('plain', match));
    });
    assert.equal(find(routers, nameOf('plain', rule('plain'))), undefined);
    assert.ok(find(routers, nameOf('plain-admin', rule('plain-admin'))));
  });
});
