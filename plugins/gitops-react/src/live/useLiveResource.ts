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
  /**
   * Reads it. The signal aborts where nobody waits for the answer any more. After a signal, the backend may wait
   * `waitSeconds` for something newer than what is known here.
   */
  load(signal: AbortSignal, waitSeconds?: number): Promise<T>;
  /** What counts as news; by default, all of the value. */
  fingerprint?(value: T): string;
  /**
   * Whether it is read again by itself; by default, it is. Where not, `refresh()` and another `version` do it: for
   * what is dear to read, or audited.
   */
  follow?: boolean;
  /** What it depends on. When this changes it is read again, and what is known is shown meanwhile. */
  version?: string;
  /** How many seconds to wait before the next read, where what is shown changes faster than signals tell. */
  paceSeconds?(value: T): number | undefined;
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
 * the same time, and keeps the last good value while a read is under way or failing. A request ends with the
 * component that asks.
 *
 * @public
 */
export function useLiveResource<T>(
  options: UseLiveResourceOptions<T>,
): LiveResource<T> {
  const { key, channel, version, follow = true } = options;
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
      load: (signal, waitSeconds) => latest.current.load(signal, waitSeconds),
      fingerprint: value =>
        (latest.current.fingerprint ?? JSON.stringify)(value),
      follow,
      paceSeconds: value => latest.current.paceSeconds?.(value),
      onChange: (state, refreshing) => setKnown({ key, state, refreshing }),
    });
    loop.current = current;
    current.start();
    return () => current.stop();
  }, [key, channel, follow]);

  const read = useRef({ key, version });
  useEffect(() => {
    const before = read.current;
    read.current = { key, version };
    // Another key is being read anew anyway.
    if (before.key === key && before.version !== version) {
      loop.current?.refresh();
    }
  }, [key, version]);

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
