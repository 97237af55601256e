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

import type { ReactNode } from 'react';
import { act, renderHook } from '@testing-library/react';
import { NotAllowedError } from '@backstage/errors';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { signalApiRef } from '@backstage/plugin-signals-react';
import {
  useLiveResource,
  type UseLiveResourceOptions,
} from './useLiveResource';

/** Requests that the test answers when it likes. */
function fakeBackend() {
  const open: Array<{
    signal: AbortSignal;
    answer(value: string): Promise<void>;
    fail(error: Error): Promise<void>;
  }> = [];
  const load = jest.fn(
    (signal: AbortSignal, _waitSeconds?: number) =>
      new Promise<string>((resolve, reject) => {
        open.push({
          signal,
          answer: value => act(async () => resolve(value)),
          fail: error => act(async () => reject(error)),
        });
      }),
  );
  const next = () => {
    const request = open.shift();
    if (!request) {
      throw new Error('There is no open request');
    }
    return request;
  };
  return { load, next };
}

function fakeSignals() {
  const channels = new Map<string, (message: { version: number }) => void>();
  return {
    api: {
      subscribe: (channel: string, onMessage: (message: never) => void) => {
        channels.set(channel, onMessage as (message: object) => void);
        return { unsubscribe: () => channels.delete(channel) };
      },
    },
    channels,
    send: (channel: string, version: number) =>
      act(async () => channels.get(channel)?.({ version })),
  };
}

function follow(
  load: UseLiveResourceOptions<string>['load'],
  signals?: ReturnType<typeof fakeSignals>,
  options?: Partial<UseLiveResourceOptions<string>>,
) {
  const wrapper = ({ children }: { children: ReactNode }) =>
    signals ? (
      <TestApiProvider apis={[[signalApiRef, signals.api]]}>
        {children}
      </TestApiProvider>
    ) : (
      <TestApiProvider apis={[]}>{children}</TestApiProvider>
    );
  return renderHook(
    ({ key, version }: { key: string; version?: string }) =>
      useLiveResource({
        ...options,
        key,
        version,
        channel: `gitops:${key}`,
        load,
      }),
    {
      wrapper,
      initialProps: { key: 'cart' } as { key: string; version?: string },
    },
  );
}

const wait = (seconds: number) =>
  act(async () => jest.advanceTimersByTime(seconds * 1000));

async function look(visibilityState: 'visible' | 'hidden') {
  jest
    .spyOn(document, 'visibilityState', 'get')
    .mockReturnValue(visibilityState);
  await act(async () => document.dispatchEvent(new Event('visibilitychange')));
}

describe('useLiveResource', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    // No jitter: a poll comes exactly when it is due.
    jest.spyOn(Math, 'random').mockReturnValue(0);
  });

  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('reads, and reads again at a signal, keeping what it has meanwhile', async () => {
    const { load, next } = fakeBackend();
    const signals = fakeSignals();
    const { result } = follow(load, signals);
    expect(result.current.state).toEqual({ status: 'loading' });
    await next().answer('OutOfSync');
    expect(result.current).toMatchObject({
      state: { status: 'ready', value: 'OutOfSync' },
      refreshing: false,
    });

    await signals.send('gitops:cart', 1);
    expect(result.current).toMatchObject({
      state: { status: 'ready', value: 'OutOfSync' },
      refreshing: true,
    });
    await next().answer('Synced');
    expect(result.current.state).toMatchObject({ value: 'Synced' });
  });

  it('never asks twice at once, and asks once more for all that came meanwhile', async () => {
    const { load, next } = fakeBackend();
    const signals = fakeSignals();
    const { result } = follow(load, signals);
    await signals.send('gitops:cart', 1);
    await signals.send('gitops:cart', 2);
    act(() => result.current.refresh());
    expect(load).toHaveBeenCalledTimes(1);
    await next().answer('before the signals');
    expect(load).toHaveBeenCalledTimes(2);
    await next().answer('after the signals');
    expect(result.current.state).toMatchObject({ value: 'after the signals' });
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('has the backend wait for what a signal announced, and for nothing else', async () => {
    const { load, next } = fakeBackend();
    const signals = fakeSignals();
    follow(load, signals);
    // One that comes while a request is under way counts for the next.
    await signals.send('gitops:cart', 1);
    await next().answer('before');
    await next().answer('after');
    await wait(60);
    await next().answer('polled');
    expect(load.mock.calls.map(([, waitSeconds]) => waitSeconds)).toEqual([
      undefined,
      2,
      undefined,
    ]);
  });

  it('reads at its own pace what changes fast, and backs off where that fails', async () => {
    const { load, next } = fakeBackend();
    const signals = fakeSignals();
    follow(load, signals, {
      paceSeconds: value => (value === 'Running' ? 2 : undefined),
    });
    await signals.send('gitops:cart', 1);
    await next().answer('Pending');
    await next().answer('Running');
    await wait(2);
    await next().answer('Running');
    await wait(2);
    await next().fail(new Error('down'));
    await wait(59);
    expect(load).toHaveBeenCalledTimes(4);
    await wait(1);
    await next().answer('Succeeded');
    await wait(59);
    expect(load).toHaveBeenCalledTimes(5);
  });

  it('reads what it does not follow once, with each version, and when asked to', async () => {
    const { load, next } = fakeBackend();
    const signals = fakeSignals();
    const { result, rerender } = follow(load, signals, { follow: false });
    await next().answer('first');
    await signals.send('gitops:cart', 1);
    await look('hidden');
    await look('visible');
    await wait(600);
    expect(load).toHaveBeenCalledTimes(1);

    rerender({ key: 'cart', version: 'OutOfSync' });
    expect(result.current).toMatchObject({
      state: { value: 'first' },
      refreshing: true,
    });
    await next().answer('second');
    act(() => result.current.refresh());
    await next().answer('third');
    rerender({ key: 'shop', version: 'Synced' });
    await next().answer('shop');
    expect(load).toHaveBeenCalledTimes(4);
    expect(load.mock.calls.every(([, waitSeconds]) => !waitSeconds)).toBe(true);
  });

  it('polls without signals, ever more rarely while nothing changes', async () => {
    const { load, next } = fakeBackend();
    follow(load);
    await next().answer('a');
    for (const seconds of [5, 10, 20, 40, 60, 60]) {
      const calls = load.mock.calls.length;
      await wait(seconds - 1);
      expect(load).toHaveBeenCalledTimes(calls);
      await wait(1);
      expect(load).toHaveBeenCalledTimes(calls + 1);
      await next().answer('a');
    }
    await wait(60);
    await next().answer('b');
    await wait(5);
    next();
  });

  it('relies on signals only once one has arrived', async () => {
    const { load, next } = fakeBackend();
    const signals = fakeSignals();
    follow(load, signals);
    await next().answer('a');
    await wait(5);
    await next().answer('b');
    await signals.send('gitops:cart', 1);
    await next().answer('c');
    await wait(59);
    expect(load).toHaveBeenCalledTimes(3);
    await wait(1);
    expect(load).toHaveBeenCalledTimes(4);
  });

  it('leaves a hidden page alone, and reads at once when it is looked at', async () => {
    const { load, next } = fakeBackend();
    const signals = fakeSignals();
    const { result } = follow(load, signals);
    await next().answer('a');
    await look('hidden');
    await signals.send('gitops:cart', 1);
    await wait(600);
    expect(load).toHaveBeenCalledTimes(1);
    await look('visible');
    expect(load).toHaveBeenCalledTimes(2);
    await next().answer('b');
    expect(result.current.state).toMatchObject({ value: 'b' });
  });

  it('shows the last good value as stale while reads fail, and recovers', async () => {
    const { load, next } = fakeBackend();
    const { result } = follow(load);
    await next().answer('good');
    const { fetchedAt } = result.current.state as { fetchedAt: string };

    await wait(5);
    await next().fail(new Error('first'));
    const failed = result.current.state as { failingSince: string };
    expect(failed).toMatchObject({ status: 'stale', value: 'good', fetchedAt });

    await wait(5);
    await next().fail(new Error('second'));
    expect(result.current.state).toMatchObject({
      status: 'stale',
      error: { message: 'second' },
      failingSince: failed.failingSince,
    });

    act(() => result.current.refresh());
    await next().answer('better');
    expect(result.current.state).toMatchObject({
      status: 'ready',
      value: 'better',
    });
  });

  it('fails where there is no good value, and forgets one that is forbidden now', async () => {
    const { load, next } = fakeBackend();
    const { result } = follow(load);
    await next().fail(new Error('down'));
    expect(result.current.state).toMatchObject({
      status: 'failed',
      error: { message: 'down' },
    });
    act(() => result.current.refresh());
    await next().answer('good');
    act(() => result.current.refresh());
    await next().fail(new NotAllowedError('no longer'));
    expect(result.current.state).toEqual({
      status: 'forbidden',
      error: expect.objectContaining({ message: 'no longer' }),
    });
  });

  it('gives up on an answer that does not come', async () => {
    const { load, next } = fakeBackend();
    const { result } = follow(load);
    const { signal } = next();
    await wait(30);
    expect(signal.aborted).toBe(true);
    expect(result.current.state).toMatchObject({
      status: 'failed',
      error: {
        message: 'The Backstage backend did not answer within 30 seconds.',
      },
    });
    await wait(5);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('begins anew with another key, and lets go of what it leaves', async () => {
    const { load, next } = fakeBackend();
    const signals = fakeSignals();
    const { result, rerender, unmount } = follow(load, signals);
    const left = next();
    rerender({ key: 'shop' });
    expect(left.signal.aborted).toBe(true);
    await left.answer('cart');
    expect(result.current.state).toEqual({ status: 'loading' });
    await next().answer('shop');
    expect(result.current.state).toMatchObject({ value: 'shop' });
    expect([...signals.channels.keys()]).toEqual(['gitops:shop']);

    unmount();
    await look('visible');
    await wait(600);
    expect(load).toHaveBeenCalledTimes(2);
    expect(signals.channels.size).toBe(0);
  });
});
