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

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { componentOf } from '../__testUtils__/componentOf';
import { startGitOpsBackend } from '../__testUtils__/startGitOpsBackend';
import { TraefikStandIn } from '../traefik/__testUtils__/TraefikStandIn';
import { faultTable, type Fault } from './__testUtils__/faultTable';
import { fits } from './__testUtils__/fits';

jest.setTimeout(60_000);

const HOST = 'orders.example';

/** Names and certificates are those of Argo CD's table: the client is the same. */
const faults = faultTable.filter(
  ({ name }) => name !== 'dns' && name !== 'tls',
);

/** The table is written for Argo CD. */
const reasonOf = ({ reason }: Fault) =>
  new RegExp(reason.source.replace('Argo CD', 'Traefik'));

const expectedOf = (fault: Fault) =>
  fault.times
    ? { status: 'ok' }
    : {
        status: 'stale',
        error: expect.stringMatching(reasonOf(fault)),
        since: expect.any(String),
        replicas: { total: 1, answering: 0 },
      };

describe('Traefik', () => {
  let strangers = 0;
  const elsewhere = createServer((_req, res) => {
    strangers += 1;
    res.end();
  });
  const standIns = new Map<string, TraefikStandIn>();
  let backend: Awaited<ReturnType<typeof startGitOpsBackend>>;

  beforeAll(async () => {
    await new Promise<void>(resolve => {
      elsewhere.listen(0, '127.0.0.1', resolve);
    });
    const { port } = elsewhere.address() as AddressInfo;
    for (const name of ['good', ...faults.map(fault => fault.name)]) {
      const standIn = await TraefikStandIn.start();
      standIn.route({ namespace: 'a', name: 'b', match: `Host(\`${HOST}\`)` });
      standIns.set(name, standIn);
    }
    backend = await startGitOpsBackend({
      argocd: {},
      entities: faults.map(({ name }) =>
        componentOf(name, {
          'traefik.io/host': HOST,
          'traefik.io/instance-name': `good,${name}`,
        }),
      ),
      gitops: {
        traefik: {
          pollInterval: { seconds: 1 },
          instances: [...standIns].map(([name, { url }]) => ({
            name,
            urls: [url],
            timeout: { seconds: 1 },
            auth: { username: 'portal', password: 'secret-password' },
          })),
        },
      },
    });
    await backend.until(
      Object.fromEntries([...standIns.keys()].map(name => [name, 'ok'])),
    );
    for (const { name, answer, times } of faults) {
      const standIn = standIns.get(name)!;
      const fault = answer?.(`http://127.0.0.1:${port}`);
      let left = times ?? Infinity;
      if (fault) {
        standIn.fault = (req, res) => {
          left -= 1;
          if (left <= 0) {
            standIn.fault = undefined;
          }
          fault(req, res);
        };
      } else {
        await standIn.stop();
      }
    }
  });

  afterAll(async () => {
    await backend.stop();
    elsewhere.close();
    await Promise.all(
      [...standIns]
        .filter(([name]) => faults.find(fault => fault.name === name)?.answer)
        .map(([, standIn]) => standIn.stop()),
    );
    await standIns.get('good')?.stop();
  });

  it.each(faults)('$name', async fault => {
    const { name, times } = fault;
    const path = `/entities/component/default/${name}/traefik`;
    const expected = { name, ...expectedOf(fault) };
    // The faults of others keep this process busy, so that what is late may come first.
    let { body, status, text } = await backend.get(path);
    for (
      const until = Date.now() + 20_000;
      !body.instances.some((one: Fault) => fits(one, expected)) &&
      Date.now() < until;

    ) {
      await new Promise(resolve => {
        setTimeout(resolve, 50);
      });
      ({ body, status, text } = await backend.get(path));
    }
    expect(status).toBe(200);
    expect(body.instances).toMatchObject([
      { name: 'good', status: 'ok' },
      expected,
    ]);
    // What was known is there, and the other instance untouched.
    expect(body.items).toMatchObject([
      { instance: 'good', hosts: [HOST] },
      { instance: name, hosts: [HOST] },
    ]);
    expect(
      body.findings.some(
        (one: { kind: string }) => one.kind === 'upstreamUnknown',
      ),
    ).toBe(!times);
    expect(text).not.toContain('127.0.0.1');
  });

  it('takes no credentials elsewhere', () => {
    expect(strangers).toBe(0);
  });
});
