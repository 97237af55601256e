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
import {
  application,
  backend,
  ingressRoute,
  instance,
  loadBalancer,
  router,
  routesInput,
} from '../__testUtils__/routesInput';
import { answerRoutes } from '../answerRoutes';

const HOST = 'Host(`orders.example`)';
const own = router(HOST);
const DASHBOARD = 'https://traefik.example/dashboard/';

function findingsOf(
  routers: ReturnType<typeof router>[],
  differs: Parameters<typeof instance>[0] = {},
  more: Parameters<typeof instance>[1] = {},
): Finding[] {
  return answerRoutes(
    routesInput({
      applications: [application([ingressRoute(HOST)])],
      instances: [instance({ routers, ...differs }, more)],
    }),
  ).findings;
}

const certificateFindings = (expiresAt: string | undefined) =>
  findingsOf([{ ...own, tls: { passthrough: false, resolver: 'le' } }], {
    certificates: [{ hosts: ['orders.example'], expiresAt }],
  });

const kinds = (findings: Finding[]) => findings.map(({ kind }) => kind);

describe('findings about routes', () => {
  it('finds nothing where all is well', () => {
    expect(
      findingsOf([own], {
        services: [
          loadBalancer(own.service ?? '', [
            { address: '10.0.0.1:80', status: 'up' },
          ]),
        ],
      }),
    ).toEqual([]);
  });

  it.each([
    ['disabled', 'error', /has switched off/],
    ['warning', 'warning', /warns of/],
  ] as const)('tells of a router that is %s', (status, severity, message) => {
    expect(
      findingsOf([
        { ...own, status, errors: ['the middleware x does not exist'] },
      ]),
    ).toMatchObject([
      {
        kind: 'routeError',
        severity,
        message: expect.stringMatching(message),
        subject: 'orders.example',
        environment: 'dev',
        cluster: 'in-cluster',
        evidence: [
          'the middleware x does not exist',
          'IngressRoute orders-dev/orders',
          `Router ${own.name} of Traefik 'edge'`,
        ],
        remedy: { tab: 'argocd', application: { name: 'orders-dev' } },
      },
    ]);
  });

  it.each([
    ['up', 0, 2, true],
    ['down', 1, 2, false],
    ['up', 0, 0, true],
  ] as const)(
    'believes Argo CD rather than Traefik: server %s, %d of %d pods',
    (status, alive, total, told) => {
      const { findings } = answerRoutes(
        routesInput({
          applications: [
            application([ingressRoute(HOST)], {
              backends: [backend(alive, total)],
            }),
          ],
          instances: [
            instance({
              routers: [own],
              services: [
                loadBalancer(own.service ?? '', [
                  { address: 'http://10.0.0.1', status },
                ]),
              ],
            }),
          ],
        }),
      );
      const evidence = [
        `${alive} of ${total}`,
        "Traefik 'edge': 1 of 1 servers are up",
      ];
      expect(findings.map(one => [one.kind, one.evidence])).toEqual(
        told ? [['noLiveBackend', evidence]] : [],
      );
    },
  );

  it.each([
    [[], "Traefik 'edge': the service has no server"],
    [
      [{ address: 'http://10.0.0.1', status: 'down' as const }],
      "Traefik 'edge': 0 of 1 servers are up",
    ],
  ])(
    'believes Traefik where Argo CD does not tell: %j',
    (servers, evidence) => {
      expect(
        findingsOf([own], {
          services: [loadBalancer(own.service ?? '', servers)],
        }),
      ).toMatchObject([{ kind: 'noLiveBackend', evidence: [evidence] }]);
    },
  );

  it.each([
    ['2026-06-01T11:59:59.000Z', 'certificateExpired', /has ended/],
    ['2026-06-01T15:30:00.000Z', 'certificateExpiring', /ends in 3 hours/],
    ['2026-06-02T13:00:00.000Z', 'certificateExpiring', /ends in 1 day$/],
    ['2026-06-15T11:00:00.000Z', 'certificateExpiring', /ends in 13 days/],
  ])('tells of a certificate that ends at %s', (expiresAt, kind, message) => {
    expect(certificateFindings(expiresAt)).toMatchObject([
      { kind, message: expect.stringMatching(message) },
    ]);
  });

  it.each(['2026-06-15T12:00:00.000Z', undefined])(
    'fears nothing of a certificate that ends at %s',
    expiresAt => {
      expect(certificateFindings(expiresAt)).toEqual([]);
    },
  );

  describe('of a host that is routed twice', () => {
    const other = router(HOST, {
      of: 'intruder',
      namespace: 'secret-team',
      priority: '50',
    });

    it('says which gets the requests, and nothing of whose the other is', () => {
      const findings = findingsOf(
        [own, other],
        {},
        {
          config: { dashboardUrl: DASHBOARD },
        },
      );
      expect(findings).toMatchObject([
        {
          kind: 'hostRoutedTwice',
          severity: 'warning',
          subject: 'orders.example',
          evidence: [
            'IngressRoute orders-dev/orders',
            `Router ${own.name} of Traefik 'edge'`,
            'The same requests are taken by another IngressRoute',
            'The other has the higher priority: this route gets no request',
          ],
          remedy: { url: expect.stringContaining(DASHBOARD) },
        },
      ]);
      expect(JSON.stringify(findings)).not.toMatch(/intruder|secret-team/);
    });

    it('names the other where the caller sees it', () => {
      const { findings } = answerRoutes(
        routesInput({
          applications: [
            application([
              ingressRoute(HOST),
              ingressRoute(HOST, { name: 'second' }),
            ]),
          ],
          instances: [
            instance({
              routers: [own, router(HOST, { of: 'second', priority: '9' })],
            }),
          ],
        }),
      );
      expect(kinds(findings)).toEqual(['hostRoutedTwice', 'hostRoutedTwice']);
      expect(findings.flatMap(({ evidence }) => evidence)).toEqual(
        expect.arrayContaining([
          'The same requests are taken by IngressRoute orders-dev/second',
          'The same requests are taken by IngressRoute orders-dev/orders',
          'This route has the higher priority: the other gets no request',
        ]),
      );
    });

    it('tells of a tie as a conflict', () => {
      const tied = { ...other, priority: own.priority };
      expect(kinds(findingsOf([own, tied]))).toEqual([
        'routePriorityConflict',
        'hostRoutedTwice',
      ]);
    });

    it.each([
      ['another entry point', { entryPoints: ['web'] }, {}],
      ['switched off', { status: 'disabled' as const }, {}],
      ['the same service', { service: own.service }, {}],
      ['another host', { rule: 'Host(`b`)' }, {}],
      ['another path', { rule: `${HOST} && PathPrefix(\`/x\`)` }, {}],
      ['another protocol', { protocol: 'tcp' as const }, {}],
      [
        'the same servers',
        {},
        {
          services: [own, other].map(({ service }) =>
            loadBalancer(service ?? '', [
              { address: 'http://10.0.0.1', status: 'up' },
            ]),
          ),
        },
      ],
    ])('finds nothing wrong with %s', (_, differs, snapshot) => {
      expect(findingsOf([own, { ...other, ...differs }], snapshot)).toEqual([]);
    });
  });

  it('tells where the replicas do not agree on any part of a route', () => {
    const differences = new Map([
      [`router http ${own.name}`, ['1 of 2 replicas have it']],
      ['middleware http auth@file', ['they differ in its status']],
      ['router http other@file', ['1 of 2 replicas have it']],
    ]);
    expect(
      findingsOf(
        [{ ...own, middlewares: ['auth@file'] }],
        {
          middlewares: [
            { protocol: 'http', name: 'auth@file', status: 'enabled' },
          ],
        },
        {
          differences,
          config: { dashboardUrl: DASHBOARD },
        },
      ),
    ).toMatchObject([
      {
        kind: 'replicasDisagree',
        evidence: [
          `router ${own.name}: 1 of 2 replicas have it`,
          'middleware auth@file: they differ in its status',
        ],
        remedy: { url: DASHBOARD },
      },
    ]);
  });
});
