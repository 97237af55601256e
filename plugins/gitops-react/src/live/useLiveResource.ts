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

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useSignal } from '@backstage/plugin-signals-react';
import { LiveLoop } from './LiveLoop';
import type { LiveState } from './LiveState';

/**
 * Options of {@link useLiveResource}.
 * @public
 */
export type UseLiveResourceOptions<T> = {
  /** Names what is read. Another key is another resource: it begins with `loading`. */
  key: string;
  /** The signals channel that announces news. */
  channel: string;
  /** Reads it. The signal aborts where nobody waits for the answer any more. */
  load(signal: AbortSignal): Promise<T>;
  /** What counts as news; by default, all of the value. */
  fingerprint?(value: T): string;
};

/**
 * Something that follows the backend, see {@link useLiveResource}.
 * @public
 */
export type LiveResource<T> = {
  state: LiveState<T>;
  /** A request is under way. */
  refreshing: boolean;
  /** Reads it again now. */
  refresh(): void;
};

/**
 * Reads something and follows it without a reload.
 *
 * @remarks
 * Signals say when to read again. Until one has arrived, and where there are none, it polls every 5 to 60
 * seconds, and only while the page is visible. It reads at once when the page becomes visible, never twice at
 * the same time, and keeps the last good value while a read is under way or failing.
 *
 * @public
 */
export function useLiveResource<T>(
  options: UseLiveResourceOptions<T>,
): LiveResource<T> {
  const { key, channel } = options;
  const latest = useRef(options);
  latest.current = options;
  const loop = useRef<LiveLoop<T>>();
  const [known, setKnown] = useState<{
    key: string;
    state: LiveState<T>;
    refreshing: boolean;
  }>();
  const { lastSignal } = useSignal(channel);

  useEffect(() => {
    const current = new LiveLoop<T>({
      load: signal => latest.current.load(signal),
      fingerprint: value =>
        (latest.current.fingerprint ?? JSON.stringify)(value),
      onChange: (state, refreshing) => setKnown({ key, state, refreshing }),
    });
    loop.current = current;
    current.start();
    return () => current.stop();
  }, [key, channel]);

  useEffect(() => {
    if (lastSignal) {
      loop.current?.signal();
    }
  }, [lastSignal]);

  const refresh = useCallback(() => loop.current?.refresh(), []);
  return useMemo(
    () =>
      known?.key === key
        ? { state: known.state, refreshing: known.refreshing, refresh }
        : { state: { status: 'loading' }, refreshing: true, refresh },
    [known, key, refresh],
  );
}
