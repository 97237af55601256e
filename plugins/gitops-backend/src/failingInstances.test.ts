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

import type { JsonObject } from '@backstage/types';
import { ArgoCdStandIn, Fault } from './__testUtils__/ArgoCdStandIn';
import { componentOf } from './__testUtils__/componentOf';
import { eventually } from './__testUtils__/eventually';
import { rawApplication } from './__testUtils__/rawApplication';
import { startGitOpsBackend } from './__testUtils__/startGitOpsBackend';

jest.setTimeout(30_000);

const overview = '/entities/component/default/orders/argocd';

describe('instances that fail', () => {
  it('are data: the others are there, and the card can say what failed', async () => {
    const faults: Fault[] = ['down', 'unauthorized', 'truncated', 'hang'];
    const good = await ArgoCdStandIn.start([
      rawApplication({ service: 'orders', environment: 'dev' }),
    ]);
    const bad = await Promise.all(
      faults.map(async fault => {
        const standIn = await ArgoCdStandIn.start([]);
        standIn.faults.set('', fault);
        return [fault, standIn] as const;
      }),
    );
    const backend = await startGitOpsBackend({
      argocd: { good, ...Object.fromEntries(bad) },
      entities: [
        componentOf('orders', { 'argocd/app-name': 'orders-dev, orders-qa' }),
      ],
      instance: { timeout: { milliseconds: 500 } },
    });
    await backend.until({ good: 'ok' });

    const { body, status } = await backend.get(overview);
    expect(status).toBe(200);
    expect(body.items).toMatchObject([
      { name: 'orders-dev', instance: 'good' },
    ]);
    // One of those that fail may have it.
    expect(body.claim.missing).toEqual([]);
    const reasons = [
      'cannot be reached',
      "refuses the backend's credentials",
      'cannot be reached or breaks the connection',
      // It may not have had the time to fail.
      '',
    ];
    expect(body.instances).toMatchObject([
      { name: 'good', status: 'ok' },
      ...faults.map((name, index) => ({
        name,
        status: 'error',
        error: expect.stringContaining(`'${name}' ${reasons[index]}`),
        since: expect.any(String),
      })),
    ]);

    await backend.stop();
    await Promise.all([
      good.stop(),
      ...bad.map(([, standIn]) => standIn.stop()),
    ]);
  });

  it('show what was known as stale, and recover', async () => {
    const main = await ArgoCdStandIn.start([
      rawApplication({ service: 'orders', environment: 'dev' }),
    ]);
    const backend = await startGitOpsBackend({
      argocd: { main },
      entities: [componentOf('orders', { 'argocd/app-name': 'orders-dev' })],
    });
    await backend.until({ main: 'ok' });
    await backend.get(overview);
    main.faults.set('', 'unauthorized');
    main.disconnect();
    await backend.until({ main: 'stale' });
    const { body } = await backend.get(overview);
    expect(body.items).toMatchObject([{ health: 'Healthy' }]);
    expect(body.instances).toMatchObject([
      { status: 'stale', error: expect.any(String), since: expect.any(String) },
    ]);
    main.faults.clear();
    await backend.until({ main: 'ok' });
    await backend.stop();
    await main.stop();
  });

  it('keep their addresses and files to those who run them', async () => {
    const [hung, unread] = await Promise.all([
      ArgoCdStandIn.start([]),
      ArgoCdStandIn.start([]),
    ]);
    hung.faults.set('', 'hang');
    const instance = (
      name: string,
      { url }: ArgoCdStandIn,
      auth: JsonObject,
    ) => ({
      name,
      url,
      auth,
      timeout: { milliseconds: 300 },
    });
    const backend = await startGitOpsBackend({
      argocd: {},
      gitops: {
        argocd: {
          instances: [
            instance('hung', hung, { token: 'token' }),
            instance('unread', unread, { tokenFile: 'secrets/no-token' }),
          ],
        },
      },
      entities: [componentOf('orders', { 'argocd/app-name': 'orders-dev' })],
    });
    await eventually(async () => {
      const { text } = await backend.get('/instances');
      expect(text).toContain(new URL(hung.url).host);
      expect(text).toContain('secrets/no-token');
    });
    const { body, text } = await backend.get(overview);
    expect(body.instances).toMatchObject([
      {
        error: expect.stringMatching(
          /'hung' does not answer in time.*gitops\.instance\.read/,
        ),
      },
      { error: expect.stringMatching(/'unread' .*configuration/) },
    ]);
    for (const { url } of [hung, unread]) {
      expect(text).not.toContain(new URL(url).host);
    }
    expect(text).not.toContain('no-token');
    await backend.stop();
    await Promise.all([hung.stop(), unread.stop()]);
  });
});
