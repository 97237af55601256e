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

import { act, renderHook } from '@testing-library/react';
import { useAction } from './useAction';

function begin() {
  const pending: Array<{ resolve(v: string): void; reject(e: Error): void }> =
    [];
  const run = jest.fn(
    (_what: string) =>
      new Promise<string>((resolve, reject) => {
        pending.push({ resolve, reject });
      }),
  );
  return { run, pending, ...renderHook(() => useAction(run)) };
}

describe('useAction', () => {
  it('does one thing at a time and keeps what came of it', async () => {
    const { run, pending, result } = begin();
    expect(result.current.state).toEqual({ status: 'idle' });

    let first: Promise<boolean> | undefined;
    act(() => {
      first = result.current.start('sync');
    });
    expect(result.current.state).toEqual({ status: 'busy' });
    await act(async () => {
      expect(await result.current.start('again')).toBe(false);
    });
    expect(run.mock.calls).toEqual([['sync']]);
    await act(async () => pending[0].resolve('accepted'));
    expect(await first).toBe(true);
    expect(result.current.state).toEqual({ status: 'done', value: 'accepted' });

    let second: Promise<boolean> | undefined;
    act(() => {
      second = result.current.start('sync');
    });
    await act(async () => pending[1].reject(new Error('A sync runs')));
    expect(await second).toBe(false);
    expect(result.current.state).toMatchObject({
      status: 'failed',
      error: { message: 'A sync runs' },
    });
    act(() => result.current.reset());
    expect(result.current.state).toEqual({ status: 'idle' });
  });

  it('ends quietly where nobody looks any more', async () => {
    const { pending, result, unmount } = begin();
    let first: Promise<boolean> | undefined;
    act(() => {
      first = result.current.start('sync');
    });
    unmount();
    pending[0].resolve('accepted');
    expect(await first).toBe(true);
    expect(result.current.state).toEqual({ status: 'busy' });
  });
});
