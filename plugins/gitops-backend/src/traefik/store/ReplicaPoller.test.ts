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
import { ReplicaPoller } from './ReplicaPoller';

const list = async () => ({ items: [], tag: '' });

describe('ReplicaPoller', () => {
  it('goes on, and is not well, after what it read could not be taken in', async () => {
    const states: unknown[] = [];
    let settled = () => {};
    const twoRounds = new Promise<void>(resolve => {
      settled = resolve;
    });
    const onRound = jest.fn();
    onRound.mockImplementationOnce(() => {
      throw new Error('no view');
    });
    const poller = ReplicaPoller.create({
      client: {
        url: 'http://replica',
        circuit: 'closed',
        close: async () => {},
        getOverview: async () => ({
          routers: {},
          services: {},
          middlewares: {},
        }),
        getVersion: async () => ({ version: '3.7.12' }),
        listEntryPoints: list,
        listCertificates: list,
        listRouters: list,
        listServices: list,
        listMiddlewares: list,
      },
      intervalMs: 1,
      clock: {
        now: () => 1,
        random: () => 0,
        // The first pause is over at once, the second is the last.
        sleep: (_, signal) =>
          new Promise((resolve, reject) => {
            states.push(poller.state.error?.message);
            signal?.addEventListener('abort', () => reject(signal.reason));
            if (states.length === 1) {
              resolve();
            } else {
              settled();
            }
          }),
      },
      logger: mockServices.logger.mock(),
      onRound,
    });
    poller.start();
    await twoRounds;
    await poller.stop();
    expect(states).toEqual(['no view', undefined]);
  });
});
