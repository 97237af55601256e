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

import { EventEmitter } from 'node:events';
import { awaitNews } from './awaitNews';
import { contentTag } from './contentTag';
import { WaitingRoom } from './WaitingRoom';

describe('awaitNews', () => {
  let shown: string;
  let listeners: Set<() => void>;
  let res: EventEmitter;
  const read = jest.fn(async () => ({ shown }));
  const change = (to: string) => {
    shown = to;
    listeners.forEach(listener => listener());
  };

  function ask(
    headers: Record<string, string>,
    room = WaitingRoom.create({ seats: 1 }),
  ) {
    return awaitNews({
      req: { headers },
      res: {
        once: (event, listener) => {
          res.once(String(event), listener);
          return expect.anything();
        },
        off: (event, listener) => {
          res.off(String(event), listener);
          return expect.anything();
        },
      },
      room,
      read,
      subscribe: listener => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    });
  }
  const held = (value: string) => ({
    'if-none-match': contentTag({ shown: value }),
    prefer: 'wait=2',
  });

  beforeEach(() => {
    jest.useFakeTimers();
    shown = 'a';
    listeners = new Set();
    res = new EventEmitter();
    read.mockClear();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it.each([
    ['nothing is preferred', { 'if-none-match': contentTag({ shown: 'a' }) }],
    ['the caller has nothing', { prefer: 'wait=2' }],
    ['the caller has something else', held('b')],
  ])('answers at once where %s', async (_, headers) => {
    expect(await ask(headers)).toEqual({
      answer: { shown: 'a' },
      waited: false,
    });
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('answers as soon as there is news, and gathers what comes at once', async () => {
    const asked = ask(held('a'));
    await jest.advanceTimersByTimeAsync(500);
    change('b');
    change('c');
    await jest.advanceTimersByTimeAsync(100);
    expect(await asked).toEqual({ answer: { shown: 'c' }, waited: true });
    expect(read).toHaveBeenCalledTimes(2);
    expect(listeners.size).toBe(0);
    expect(res.listenerCount('close')).toBe(0);
  });

  it('goes on waiting where a change does not show', async () => {
    const asked = ask(held('a'));
    await jest.advanceTimersByTimeAsync(300);
    change('a');
    await jest.advanceTimersByTimeAsync(300);
    expect(read).toHaveBeenCalledTimes(2);
    change('b');
    await jest.advanceTimersByTimeAsync(100);
    expect((await asked).answer).toEqual({ shown: 'b' });
  });

  it('notices what changes while it reads for the first time', async () => {
    read.mockImplementationOnce(async () => {
      change('b');
      return { shown: 'a' };
    });
    const asked = ask(held('a'));
    await jest.advanceTimersByTimeAsync(100);
    expect((await asked).answer).toEqual({ shown: 'b' });
  });

  it('answers with what there is when the time is over', async () => {
    const asked = ask({ ...held('a'), prefer: 'wait=60' });
    await jest.advanceTimersByTimeAsync(2_000);
    expect(await asked).toEqual({ answer: { shown: 'a' }, waited: true });
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('does not wait for a caller who has gone', async () => {
    const asked = ask(held('a'));
    await jest.advanceTimersByTimeAsync(10);
    res.emit('close');
    await jest.advanceTimersByTimeAsync(0);
    expect((await asked).waited).toBe(true);
  });

  it('lets no more wait than there are seats, and frees those of who failed', async () => {
    const room = WaitingRoom.create({ seats: 1 });
    const first = ask(held('a'), room);
    await jest.advanceTimersByTimeAsync(0);
    expect(await ask(held('a'), room)).toMatchObject({ waited: false });

    read.mockRejectedValueOnce(new Error('gone'));
    change('b');
    await Promise.all([
      expect(first).rejects.toThrow('gone'),
      jest.advanceTimersByTimeAsync(100),
    ]);
    expect(listeners.size).toBe(0);
    expect(res.listenerCount('close')).toBe(0);
    change('a');
    const next = ask(held('a'), room);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(await next).toMatchObject({ waited: true });
  });
});
