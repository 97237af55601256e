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
import type { JsonObject } from '@backstage/types';
import { ArgoCdStandIn } from './__testUtils__/ArgoCdStandIn';
import { CANARY, hidden, secret } from './__testUtils__/canaries';
import { componentOf } from './__testUtils__/componentOf';
import { eventually } from './__testUtils__/eventually';
import { rawApplication } from './__testUtils__/rawApplication';
import { startGitOpsBackend } from './__testUtils__/startGitOpsBackend';
import { appliedRoute, managed } from './traefik/__testUtils__/appliedRoute';
import { TraefikStandIn } from './traefik/__testUtils__/TraefikStandIn';

jest.setTimeout(60_000);

const namespace = 'orders-dev';
const HOST = 'Host(`orders.example`)';
const RULE = `${HOST} && Header(\`X-Api-Key\`, \`${secret('rule')}\`)`;
const ROUTES = ['orders', 'named'].flatMap(name => [
  `/entities/component/default/${name}/traefik`,
  `/entities/component/default/${name}/delivery`,
]);

/** What a middleware may hold, and what Traefik answers beside it. */
const MIDDLEWARES: JsonObject[] = [
  { basicAuth: { users: [`admin:${secret('basic-auth')}`] } },
  { digestAuth: { users: [secret('digest-auth')] } },
  { headers: { customRequestHeaders: { Authorization: secret('header') } } },
  { plugin: { mine: { clientSecret: secret('plugin') } } },
  { forwardAuth: { address: `https://x?token=${secret('forward-auth')}` } },
  { redirectRegex: { replacement: secret('redirect') } },
].map((body, index) => ({
  ...body,
  name: `${namespace}-m${index}@kubernetescrd`,
  type: Object.keys(body)[0].toLowerCase(),
  status: 'enabled',
  usedBy: [secret('used-by')],
  error: [`error parsing BasicUser: ${secret('middleware-error')}`],
  ...hidden('middleware'),
}));

function fill(replica: TraefikStandIn): void {
  const { lists } = replica;
  replica.route({
    namespace,
    name: 'orders',
    match: RULE,
    servers: {
      [`http://joe:${secret('server-user')}@10.0.0.1:8080/${secret(
        'server-path',
      )}`]: 'UP',
    },
    differs: {
      middlewares: MIDDLEWARES.map(({ name }) => name ?? ''),
      tls: { options: secret('tls-options'), certResolver: 'le' },
      observability: hidden('observability'),
      error: [
        `error parsing BasicUser: ${secret('router-error')}`,
        'middleware "gone@file" does not exist',
      ],
      status: 'warning',
      ...hidden('router'),
    },
  });
  const [router] = lists['/api/http/routers'];
  lists['/api/http/services'][0] = {
    ...lists['/api/http/services'][0],
    error: [`plugin: ${secret('service-error')}`],
    healthCheck: { headers: { token: secret('health-check') } },
    sticky: { cookie: { name: secret('cookie') } },
    ...hidden('service'),
  };
  // A rule that cannot be taken apart.
  lists['/api/http/routers'].push({
    ...router,
    name: 'odd@file',
    rule: 'Hots(`orders.example`',
    error: [`parsing rule ${secret('rule-error')}: unsupported function: Hots`],
  });
  lists['/api/http/middlewares'].push(...MIDDLEWARES);
  lists['/api/entrypoints'] = [
    {
      name: 'websecure',
      address: ':8443',
      http: { middlewares: [secret('entry-point')] },
      ...hidden('entry-point'),
    },
  ];
  lists['/api/certificates'].push({
    sans: ['orders.example'],
    commonName: 'orders.example',
    issuerOrg: 'Good Authority',
    notAfter: new Date(Date.now() + 86_400_000).toISOString(),
    serialNumber: secret('serial'),
    certFingerprint: secret('fingerprint'),
    ...hidden('certificate'),
  });
  lists['/api/tcp/middlewares'].push({
    name: 'tcp@file',
    type: 'ipallowlist',
    ipAllowList: { sourceRange: [secret('range')] },
  });
  replica.version = { ...replica.version, ...hidden('version') };
}

describe('canaries of Traefik', () => {
  it('leave the backend on no way', async () => {
    const main = await ArgoCdStandIn.start([
      rawApplication({ service: 'orders', environment: 'dev' }),
    ]);
    main.answers.set('GET /managed-resources', {
      body: {
        items: [
          appliedRoute({ namespace, name: 'orders', match: RULE }),
          appliedRoute({ namespace, name: 'absent', match: RULE }),
          managed({
            apiVersion: 'traefik.io/v1alpha1',
            kind: 'Middleware',
            metadata: {
              name: 'm0',
              namespace,
              annotations: { note: secret('annotation') },
            },
            spec: { basicAuth: { users: [secret('applied-users')] } },
          }),
          managed({
            apiVersion: 'v1',
            kind: 'Secret',
            metadata: { name: 'users', namespace },
            data: { users: secret('applied-secret') },
          }),
        ],
      },
    });
    const replicas = [
      await TraefikStandIn.start(),
      await TraefikStandIn.start(),
    ];
    replicas.forEach(fill);
    const logger = mockServices.logger.mock();
    logger.child.mockReturnValue(logger);
    const backend = await startGitOpsBackend({
      argocd: { main },
      entities: [
        componentOf('orders', { 'argocd/app-name': 'orders-dev' }),
        componentOf('named', {
          'traefik.io/host': 'orders.example',
          'traefik.io/ingress-route': `${namespace}/orders`,
        }),
      ],
      logger,
      gitops: {
        traefik: {
          pollInterval: { milliseconds: 50 },
          instances: [
            {
              name: 'edge',
              urls: replicas.map(({ url }) => url),
              auth: { username: 'portal', password: secret('password') },
              headers: { 'x-proxy': secret('our-header') },
            },
          ],
        },
      },
    });
    await backend.until({ main: 'ok', edge: 'ok' });

    const left: string[] = [];
    const ask = async () => {
      for (const route of [...ROUTES, '/instances']) {
        const { headers, status, text } = await backend.get(route);
        left.push(`${route} ${status} ${JSON.stringify(headers)} ${text}`);
      }
    };
    await ask();
    // What is shown is there, so that what is not was left out on purpose.
    const shown = left.join('\n');
    for (const expected of [
      'orders.example',
      'basicauth',
      'http://10.0.0.1:8080',
      'the middleware gone@file does not exist',
      'look at its page on the dashboard',
      'Good Authority',
      '••••••',
      'made no router of it',
    ]) {
      expect(shown).toContain(expected);
    }

    // The same where the replicas do not agree, and where each answer is an error that quotes a secret.
    replicas[1].lists['/api/http/routers'].pop();
    replicas[1].lists['/api/http/middlewares'].pop();
    await eventually(async () => {
      const { text } = await backend.get(ROUTES[0]);
      expect(text).toContain('replicasDisagree');
    });
    await ask();
    for (const status of [200, 400, 401, 403, 404, 500]) {
      replicas.forEach(replica => {
        replica.fault = (_req, res) => {
          res.writeHead(status, { 'content-type': 'application/json' });
          res.end(
            JSON.stringify({
              message: secret('message'),
              error: secret('error'),
            }),
          );
        };
      });
      await eventually(async () => {
        const { text } = await backend.get('/instances');
        expect(text).toMatch(
          status === 200 ? /something else than Traefik/ : `answered ${status}`,
        );
      });
      await ask();
    }
    left.push(
      JSON.stringify(backend.audit),
      JSON.stringify(backend.publish.mock.calls),
      ...backend.refusals.map(({ message, stack }) => `${message} ${stack}`),
      ...[logger.error, logger.warn, logger.info, logger.debug].flatMap(
        ({ mock }) =>
          mock.calls.map(([message, meta]) =>
            [message, meta && JSON.stringify(meta)].join(' '),
          ),
      ),
    );
    const found = left.flatMap(
      text =>
        new RegExp(`.{0,60}${CANARY.source}.{0,60}`).exec(text)?.[0] ?? [],
    );
    expect(found).toEqual([]);

    await backend.stop();
    await main.stop();
    await Promise.all(replicas.map(replica => replica.stop()));
  });
});
