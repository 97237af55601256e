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

import { useCallback, useEffect, useRef, useState } from 'react';
import { toError } from '@backstage/errors';

/**
 * What came of an action.
 * @public
 */
export type ActionState<T> =
  | { status: 'idle' }
  | { status: 'busy' }
  | { status: 'done'; value: T }
  | { status: 'failed'; error: Error };

/**
 * An action that somebody can take, see {@link useAction}.
 * @public
 */
export type Action<A extends unknown[], T> = {
  state: ActionState<T>;
  /** Resolves to whether it went well. While one is under way, another is not begun. */
  start(...args: A): Promise<boolean>;
  /** Forgets what came of it. */
  reset(): void;
};

/**
 * Does something when told to, never twice at once, and keeps what came of it.
 * @public
 */
export function useAction<A extends unknown[], T>(
  act: (...args: A) => Promise<T>,
): Action<A, T> {
  const latest = useRef(act);
  latest.current = act;
  const busy = useRef(false);
  const mounted = useRef(false);
  const [state, setState] = useState<ActionState<T>>({ status: 'idle' });

  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);

  const start = useCallback(async (...args: A) => {
    if (busy.current) {
      return false;
    }
    busy.current = true;
    setState({ status: 'busy' });
    const after = await outcome(latest.current(...args));
    busy.current = false;
    if (mounted.current) {
      setState(after);
    }
    return after.status === 'done';
  }, []);
  const reset = useCallback(() => setState({ status: 'idle' }), []);
  return { state, start, reset };
}

async function outcome<T>(promise: Promise<T>): Promise<ActionState<T>> {
  try {
    return { status: 'done', value: await promise };
  } catch (error) {
    return { status: 'failed', error: toError(error) };
  }
}
