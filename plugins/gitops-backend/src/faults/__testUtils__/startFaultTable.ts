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
import { ArgoCdStandIn } from '../../__testUtils__/ArgoCdStandIn';
import { componentOf } from '../../__testUtils__/componentOf';
import { rawApplication } from '../../__testUtils__/rawApplication';
import { startGitOpsBackend } from '../../__testUtils__/startGitOpsBackend';
import { faultTable, type Fault } from './faultTable';
import { FaultyArgoCd, type FaultColumn } from './FaultyArgoCd';
import { caFile, trusted, untrusted } from './identities';
import { HOST, resolveHost } from './resolver';

/** An instance that will have a fault, and the stand-in behind it. */
export interface FaultyInstance {
  fault: Fault;
  faulty: FaultyArgoCd;
  standIn: ArgoCdStandIn;
}

/**
 * The backend with an instance for every fault, all of them well, and one that stays so. For every fault there is an
 * entity of that name, whose Application is on both.
 */
export async function startFaultTable() {
  let strangers = 0;
  const elsewhere = createServer((_req, res) => {
    strangers += 1;
    res.end();
  });
  await new Promise<void>(resolve => {
    elsewhere.listen(0, '127.0.0.1', resolve);
  });
  const { port } = elsewhere.address() as AddressInfo;

  resolveHost(true);
  const good = await start('orders');
  const instances = await Promise.all(
    faultTable.map(async fault => {
      const standIn = await start(fault.name);
      const identity = fault.name === 'tls' ? trusted : undefined;
      const faulty = await FaultyArgoCd.start(standIn, identity);
      return { fault, faulty, standIn };
    }),
  );
  const backend = await startGitOpsBackend({
    argocd: {},
    config: { permission: { enabled: true } },
    gitops: {
      operations: { enabled: true },
      argocd: {
        instances: [
          {
            name: 'good',
            url: good.url,
            frontendUrl: 'https://argocd.acme.example',
            auth: { token: 'secret-token' },
          },
          ...instances.map(({ fault, faulty }) => ({
            name: fault.name,
            url: urlOf(fault, faulty),
            frontendUrl: 'https://argocd.acme.example',
            auth: { username: 'backstage', password: 'secret-password' },
            timeout: { seconds: 1 },
            ...(fault.name === 'tls' && { tls: { caFile } }),
          })),
        ],
      },
    },
    entities: faultTable.map(({ name }) =>
      componentOf(name, {
        'argocd/app-name': 'orders-dev',
        'argocd/instance-name': `good,${name}`,
      }),
    ),
  });
  const names = ['good', ...faultTable.map(({ name }) => name)];
  await backend.until(Object.fromEntries(names.map(name => [name, 'ok'])));

  return {
    backend,
    instances,
    /** How many calls reached where the redirect leads. */
    strangers: () => strangers,
    /** From now on every instance has its fault. */
    fail: (column: FaultColumn) =>
      Promise.all(
        instances.map(async ({ fault, faulty }) => {
          faulty.logins = 0;
          const answer = fault.answer?.(`http://127.0.0.1:${port}`);
          if (answer) {
            faulty.fail(column, answer, fault.times);
          } else if (fault.name === 'tls') {
            faulty.changeIdentity(untrusted);
          } else if (fault.name === 'dns') {
            resolveHost(false);
            faulty.disconnect();
          } else {
            await faulty.stop();
          }
        }),
      ),
    stop: async () => {
      await backend.stop();
      elsewhere.close();
      await Promise.all([
        good.stop(),
        ...instances.flatMap(({ faulty, standIn }) => [
          faulty.stop(),
          standIn.stop(),
        ]),
      ]);
    },
  };
}

/** Argo CD with an Application that names its entity back. */
async function start(entity: string): Promise<ArgoCdStandIn> {
  const standIn = await ArgoCdStandIn.start([
    rawApplication({
      service: 'orders',
      environment: 'dev',
      entityRef: `component:default/${entity}`,
    }),
  ]);
  standIn.tree = [{ kind: 'Pod', version: 'v1', name: 'orders-5d', uid: 'u1' }];
  return standIn;
}

function urlOf({ name }: Fault, { port }: FaultyArgoCd): string {
  const scheme = name === 'tls' ? 'https' : 'http';
  return `${scheme}://${name === 'dns' ? HOST : '127.0.0.1'}:${port}`;
}
