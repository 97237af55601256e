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

import { describeError } from './describeError';
import type { LiveState } from './LiveState';

/**
 * The state after one more answer. `at` is when it came.
 */
export function nextLiveState<T>(
  state: LiveState<T>,
  answer: { value: T } | { error: Error },
  at: string,
): LiveState<T> {
  if ('value' in answer) {
    return { status: 'ready', value: answer.value, fetchedAt: at };
  }
  const { error } = answer;
  if (describeError(error).forbidden) {
    return { status: 'forbidden', error };
  }
  switch (state.status) {
    case 'ready':
      return { ...state, status: 'stale', error, failingSince: at };
    case 'stale':
    case 'failed':
      return { ...state, error };
    default:
      return { status: 'failed', error, failingSince: at };
  }
}
