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

import type { RequestListener } from 'node:http';
import type { EntitySecrets } from '@gitops-platform/backstage-plugin-gitops-common';
import { componentOf } from '../__testUtils__/componentOf';
import { eventually } from '../__testUtils__/eventually';
import { startGitOpsBackend } from '../__testUtils__/startGitOpsBackend';
import { VaultStandIn } from './__testUtils__/VaultStandIn';

jest.setTimeout(60_000);

interface Fault {
  name: string;
  answer: RequestListener;
  status: 'sealed' | 'unreachable';
  /** What it is called, for everybody who sees the page. */
  reason: RegExp;
  finding?: string;
}

const text =
  (status: number, body: string, type = 'application/json'): RequestListener =>
  (_req, res) => {
    res.writeHead(status, { 'content-type': type });
    res.end(body);
  };
const said = (status: number, error: string) =>
  text(status, JSON.stringify({ errors: [error] }));
const health = (state: object): RequestListener =>
  text(
    200,
    JSON.stringify({
      initialized: true,
      sealed: false,
      standby: true,
      ...state,
    }),
  );
/** Health is told as it is; all else is answered so. */
const but =
  (state: object, answer: RequestListener): RequestListener =>
  (req, res) =>
    (req.url?.startsWith('/v1/sys/health') ? health(state) : answer)(req, res);

/** Once the backend has failed to get through a few times, it waits. */
const orWaits = (reason: string) =>
  new RegExp(`${reason}|has failed repeatedly and is asked again in a moment`);

const FAULTS: Fault[] = [
  {
    name: 'hang',
    answer: () => {},
    status: 'unreachable',
    reason: orWaits('does not answer in time'),
  },
  {
    name: 'hang-mid-body',
    answer: (_req, res) => {
      res.writeHead(200, { 'content-type': 'application/json' });
      res.write('{"data":');
    },
    status: 'unreachable',
    reason: orWaits('does not answer in time'),
  },
  {
    name: 'reset',
    answer: req => req.socket.destroy(),
    status: 'unreachable',
    reason: orWaits('cannot be reached or breaks the connection'),
  },
  {
    name: '500',
    answer: said(500, 'internal error'),
    status: 'unreachable',
    reason: /answers with an error of its own/,
  },
  {
    name: '401',
    answer: text(401, '{}'),
    status: 'unreachable',
    reason: /refuses the backend's credentials/,
  },
  {
    name: '403 invalid token',
    answer: but({}, said(403, 'permission denied, invalid token')),
    status: 'unreachable',
    reason: /refuses the backend's credentials/,
  },
  {
    name: '429',
    answer: said(429, 'rate limit quota exceeded'),
    status: 'unreachable',
    reason: /gets too many calls for now/,
  },
  {
    name: 'truncated',
    answer: text(200, '{"data":{"keys":["a'),
    status: 'unreachable',
    reason: /answers what cannot be read/,
  },
  {
    name: 'wrong content type',
    answer: text(200, '<html>Sign in</html>', 'text/html'),
    status: 'unreachable',
    reason: /answers something else than Vault does/,
  },
  {
    name: 'redirect',
    answer: (_req, res) => {
      res.writeHead(307, { location: 'https://elsewhere.example/' });
      res.end();
    },
    status: 'unreachable',
    reason: /sends the backend elsewhere/,
  },
  {
    name: 'sealed',
    answer: but({ sealed: true }, said(503, 'Vault is sealed')),
    status: 'sealed',
    reason: /is sealed, and gives nothing until it is unsealed/,
    finding: 'vaultSealed',
  },
  {
    name: 'not initialised',
    answer: but({ initialized: false }, said(503, 'Vault is not initialized')),
    status: 'sealed',
    reason: /is sealed, and gives nothing until it is unsealed/,
    finding: 'vaultSealed',
  },
  {
    name: 'standby',
    answer: but({}, said(503, 'no active Vault instance found')),
    status: 'unreachable',
    reason: /is a standby, and there is no active server behind it/,
  },
];

const slug = (name: string) => name.replace(/ /g, '-');
const pathOf = (name: string) => `/entities/component/default/${name}/vault`;

describe('a server with a fault', () => {
  const servers = new Map<string, VaultStandIn>();
  let good: VaultStandIn;
  let backend: Awaited<ReturnType<typeof startGitOpsBackend>>;

  beforeAll(async () => {
    good = await VaultStandIn.start();
    for (const { name, answer } of FAULTS) {
      const server = await VaultStandIn.start();
      server.fault = answer;
      servers.set(slug(name), server);
      good.put(`dev/${slug(name)}/db`);
    }
    const names = [...servers.keys()];
    backend = await startGitOpsBackend({
      argocd: {},
      entities: names.map(name =>
        componentOf(name, {
          'vault.io/secrets-path': `dev/${name}`,
          'vault.io/server-name': `good,${name}`,
        }),
      ),
      gitops: {
        vault: {
          servers: [
            good.serverConfig({ name: 'good' }),
            ...names.map(name =>
              servers.get(name)!.serverConfig({ name, timeout: '1s' }),
            ),
          ],
        },
      },
    });
    await backend.until({ good: 'ok' });
  });

  afterAll(async () => {
    await backend.stop();
    await Promise.all([good, ...servers.values()].map(one => one.stop()));
  });

  it.each(FAULTS)('$name', async ({ name, status, reason, finding }) => {
    await eventually(async () => {
      const { body, text: sent } = await backend.get(pathOf(slug(name)));
      const answer: EntitySecrets = body;
      // The other server is untouched.
      expect(answer.items).toMatchObject([
        { server: 'good', status: 'ok', secrets: [{ name: 'db' }] },
        {
          server: slug(name),
          status,
          reason: expect.stringMatching(reason),
          secrets: [],
        },
      ]);
      expect(answer.instances).toMatchObject([
        { name: 'good', status: 'ok' },
        {
          name: slug(name),
          status: 'error',
          error: expect.stringMatching(reason),
        },
      ]);
      expect(answer.findings).toMatchObject([
        { kind: finding ?? 'upstreamUnknown', subject: slug(name) },
      ]);
      expect(sent).not.toContain('127.0.0.1');
    });
  });
});

describe('a server that was well', () => {
  it('leaves what was known, and says that it is stale', async () => {
    const vault = await VaultStandIn.start();
    vault.put('dev/orders/db');
    const backend = await startGitOpsBackend({
      argocd: {},
      entities: [
        componentOf('orders', { 'vault.io/secrets-path': 'dev/orders' }),
        componentOf('other', { 'vault.io/secrets-path': 'dev/other' }),
      ],
      gitops: { vault: { servers: [vault.serverConfig()] } },
    });
    try {
      await backend.until({ main: 'ok' });
      const before = await backend.get(pathOf('orders'));
      vault.sealed = true;
      // It is noticed by whoever asks for something that is not known yet.
      await backend.get(pathOf('other'));
      const { body } = await backend.get(pathOf('orders'));
      expect(body.items).toEqual(before.body.items);
      expect(body.instances).toMatchObject([
        {
          status: 'stale',
          error: expect.stringMatching(/is sealed/),
          fetchedAt: expect.any(String),
        },
      ]);
      expect(body.findings).toMatchObject([{ kind: 'vaultSealed' }]);
    } finally {
      await backend.stop();
      await vault.stop();
    }
  });
});
