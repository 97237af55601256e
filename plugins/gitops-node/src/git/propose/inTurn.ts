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

const queues = new Map<string, Promise<void>>();

/**
 * Runs tasks of one key one after the other, in the order in which they came. A task that is told to stop while
 * it waits rejects at once.
 * @internal
 */
export async function inTurn<T>(
  key: string,
  signal: AbortSignal | undefined,
  task: () => Promise<T>,
): Promise<T> {
  const before = queues.get(key) ?? Promise.resolve();
  const { promise: done, resolve: finish } = deferred();
  const last = before.then(() => done);
  queues.set(key, last);
  try {
    await unlessAborted(before, signal);
    return await task();
  } finally {
    finish();
    if (queues.get(key) === last) {
      queues.delete(key);
    }
  }
}

function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>(settle => {
    resolve = settle;
  });
  return { promise, resolve };
}

async function unlessAborted(
  wait: Promise<void>,
  signal: AbortSignal | undefined,
): Promise<void> {
  if (!signal) {
    await wait;
    return;
  }
  signal.throwIfAborted();
  const { promise: aborted, resolve: stop } = deferred();
  signal.addEventListener('abort', stop);
  await Promise.race([wait, aborted]);
  signal.removeEventListener('abort', stop);
  signal.throwIfAborted();
}
