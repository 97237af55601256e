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
import { storedApplication } from '../__testUtils__/storedApplication';
import { EntitySignals } from './EntitySignals';

describe('EntitySignals', () => {
  const orders = { state: 'a' };
  const billing = { state: 'a' };
  let version = 1;
  const publish = jest.fn(async () => {});
  let signals: EntitySignals;

  beforeEach(() => {
    jest.useFakeTimers();
    publish.mockReset().mockResolvedValue();
    orders.state = 'a';
    billing.state = 'a';
    version = 1;
    signals = EntitySignals.create({
      signals: { publish },
      logger: mockServices.logger.mock(),
      version: () => version,
    });
    signals.viewed('component:default/orders', () => orders.state);
    signals.viewed('component:default/billing', () => billing.state);
  });

  afterEach(() => {
    signals.stop();
    jest.useRealTimers();
  });

  it('tells the pages of what changed, with nothing but a number', () => {
    orders.state = 'b';
    version = 7;
    signals.changed();
    jest.advanceTimersByTime(0);
    expect(publish.mock.calls).toEqual([
      [
        {
          recipients: { type: 'broadcast' },
          channel: 'gitops:component:default/orders',
          message: { version: 7 },
        },
      ],
    ]);
  });

  it('sends at most one signal a second, and never leaves the last change out', () => {
    for (let step = 0; step < 25; step += 1) {
      orders.state = `step ${step}`;
      signals.changed();
      jest.advanceTimersByTime(100);
    }
    // At 0, 1 and 2 seconds, and at 3 for what came after.
    expect(publish).toHaveBeenCalledTimes(3);
    jest.advanceTimersByTime(1_000);
    expect(publish).toHaveBeenCalledTimes(4);
    jest.advanceTimersByTime(10_000);
    expect(publish).toHaveBeenCalledTimes(4);
  });

  it('carries a new number each time, also where the store has none', () => {
    for (const state of ['b', 'c']) {
      orders.state = state;
      signals.changed();
      jest.advanceTimersByTime(1_000);
    }
    expect(publish.mock.calls).toMatchObject([
      [{ message: { version: 1 } }],
      [{ message: { version: 2 } }],
    ]);
  });

  it('owes a signal to a page that was opened before another one', () => {
    orders.state = 'b';
    signals.viewed('component:default/orders', () => orders.state);
    signals.changed();
    jest.advanceTimersByTime(0);
    expect(publish).toHaveBeenCalledTimes(1);
  });

  it('watches each part by itself, and tells of all that changed at once', () => {
    const secrets = { state: 'a' };
    const claim = { names: ['orders-dev'] };
    const view = (part: string, fingerprint: () => string) =>
      signals.viewed('component:default/orders', fingerprint, undefined, part);
    signals.viewed('component:default/orders', () => orders.state, claim);
    view('secrets', () => secrets.state);
    signals.changed();
    jest.advanceTimersByTime(1_000);
    expect(publish).not.toHaveBeenCalled();

    // The Applications that another part named are still watched.
    orders.state = 'b';
    secrets.state = 'b';
    signals.applicationChanged([storedApplication({ name: 'orders-dev' })]);
    jest.advanceTimersByTime(1_000);
    expect(publish).toHaveBeenCalledTimes(1);
    signals.changed();
    jest.advanceTimersByTime(1_000);
    expect(publish).toHaveBeenCalledTimes(1);
  });

  it('goes on where a signal cannot be sent', async () => {
    publish.mockRejectedValueOnce(new Error('no bus'));
    orders.state = 'b';
    billing.state = 'b';
    signals.changed();
    await jest.advanceTimersByTimeAsync(0);
    expect(publish).toHaveBeenCalledTimes(2);
  });

  it('looks only at entities whose claims a change may concern', () => {
    const looks: string[] = [];
    let state = 0;
    const view = (name: string, app: string) =>
      signals.viewed(
        `component:default/${name}`,
        () => {
          looks.push(name);
          state += 1;
          return String(state);
        },
        { names: [app] },
      );
    view('a', 'orders-dev');
    view('b', 'orders-prod');
    view('c', 'root');
    looks.length = 0;
    const child = storedApplication({
      name: 'orders-dev',
      parent: { kind: 'Application', name: 'root' },
    });
    signals.applicationChanged([child]);
    signals.applicationChanged([child, storedApplication({ name: 'root' })]);
    jest.advanceTimersByTime(0);
    expect(looks).toEqual(['a', 'c']);
    expect(publish).toHaveBeenCalledTimes(2);

    signals.entityChanged('component:default/b');
    signals.entityChanged('component:default/never-viewed');
    jest.advanceTimersByTime(1_000);
    expect(looks).toEqual(['a', 'c', 'b']);
  });

  it('looks at thousands in several turns, and at each once', () => {
    let looks = 0;
    const look = () => {
      looks += 1;
      return String(looks);
    };
    for (let index = 0; index < 1_990; index += 1) {
      signals.viewed(`component:default/e${index}`, look);
    }
    looks = 0;
    signals.changed();
    jest.advanceTimersToNextTimer();
    expect(looks).toBeLessThan(1_000);
    // What changes meanwhile has its turn later.
    signals.changed();
    jest.advanceTimersByTime(500);
    expect(looks).toBe(1_990);
    jest.advanceTimersByTime(1_000);
    expect(looks).toBe(2 * 1_990);
  });

  it('calls back whoever waits for an entity, until they have enough', () => {
    const heard: string[] = [];
    const stop = signals.onChange('component:default/orders', () =>
      heard.push('orders'),
    );
    signals.entityChanged('component:default/billing');
    expect(heard).toEqual([]);
    signals.changed();
    signals.entityChanged('component:default/orders');
    expect(heard).toEqual(['orders', 'orders']);
    stop();
    signals.changed();
    expect(heard).toHaveLength(2);
  });

  it('is silent once stopped, and forgets entities that nobody looks at', () => {
    orders.state = 'b';
    signals.changed();
    signals.stop();
    jest.advanceTimersByTime(5_000);
    expect(publish).not.toHaveBeenCalled();
  });
});
