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

import { backoff } from '@gitops-platform/backstage-plugin-gitops-node';
import { healStore } from './healStore';
import { SilentStreamError } from './SilentStreamError';
import type { StreamProgress } from './StreamProgress';
import type { WatchContext } from './WatchContext';

const LOOK_AGAIN = 250;

/**
 * Sees to what the stream does not say: what has gone while there was none, and whether it is still alive.
 * Never resolves.
 *
 * @throws SilentStreamError where another stream should be opened; the signal's reason where it was aborted.
 */
export async function superviseStream(
  context: WatchContext,
  progress: StreamProgress,
  signal: AbortSignal,
): Promise<never> {
  const { backlog, clock, timing } = context;
  // Without Applications there is no first event, and not even a status line.
  await Promise.race([progress.first, clock.sleep(timing.settle, signal)]);
  await clock.sleep(timing.settle, signal);

  let seen = await insist(context, signal, () =>
    compareNames(context, progress, signal),
  );
  const look = createLook(context, progress, signal);
  for (;;) {
    const state = { seen, events: progress.events };
    const pause = backlog.size > 0 ? timing.poll : timing.check;
    await clock.sleep(pause * (0.9 + clock.random() / 5), signal);
    seen = await insist(context, signal, () => look(state));
  }
}

/** Compares the list's version with the one seen before; where the stream should have said more, looks closer. */
function createLook(
  context: WatchContext,
  progress: StreamProgress,
  signal: AbortSignal,
) {
  const { client, backlog, clock, timing, onAnswer } = context;
  let verifiedAt = clock.now();
  return async (before: { seen?: string; events: number }) => {
    const version = await client.listResourceVersion(signal);
    const silent = progress.events === before.events;
    const due = clock.now() - verifiedAt >= timing.verify;
    // It may also have moved for what we may not see, or for nothing at all.
    if (version !== before.seen && (silent || due)) {
      const healed = await healStore(context, signal);
      verifiedAt = clock.now();
      if (healed > 0 && progress.events === before.events) {
        throw new SilentStreamError('the stream has fallen silent');
      }
    }
    onAnswer();
    await backlog.read(signal);
    return version;
  };
}

/** Removes what has gone, and waits until the stream has delivered what there is. */
async function compareNames(
  context: WatchContext,
  progress: StreamProgress,
  signal: AbortSignal,
): Promise<string | undefined> {
  const { client, store, doubt, clock, timing, onAnswer, onComplete } = context;
  const known = store.list(client.name);
  const { names, resourceVersion } = await client.listNames(signal);
  doubt.check({ known: known.length, listed: names.length });
  onAnswer();
  store.retain(known, names);
  while (progress.lacks(names)) {
    if (clock.now() - progress.grewAt >= timing.firstEvent) {
      if (progress.events === 0) {
        throw new SilentStreamError('the stream delivers nothing');
      }
      await healStore(context, signal);
      break;
    }
    await clock.sleep(Math.min(LOOK_AGAIN, timing.settle), signal);
  }
  progress.settled({ complete: !progress.lacks(names) });
  onComplete();
  return resourceVersion;
}

/** Repeats what fails: as long as the stream is open, there is no better way than to ask again. */
async function insist<T>(
  { clock, timing, onFailure }: WatchContext,
  signal: AbortSignal,
  call: () => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call();
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof SilentStreamError) {
        throw error;
      }
      onFailure(error);
    }
    const pause = backoff(attempt, clock.random, {
      first: timing.firstPause,
      longest: timing.longestPause,
    });
    await clock.sleep(pause, signal);
  }
}
