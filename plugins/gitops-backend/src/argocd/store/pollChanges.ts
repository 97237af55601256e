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
import { contradictions, takeOver } from './takeOver';
import type { WatchContext } from './WatchContext';

/**
 * Reads an instance whose stream does not get through: asks for the list's version, and for the list only where
 * that has moved. Resolves when it is time to try the stream again.
 */
export async function pollChanges(
  context: WatchContext,
  signal: AbortSignal,
): Promise<void> {
  const { clock, timing, onFailure } = context;
  const until = clock.now() + timing.retryStream;
  const poll = createPoll(context, signal);
  for (let failures = 0; clock.now() < until; ) {
    try {
      await poll();
      failures = 0;
    } catch (error) {
      signal.throwIfAborted();
      onFailure(error);
      failures += 1;
    }
    const pause = backoff(1 + failures, clock.random, {
      first: timing.poll,
      longest: timing.poll * 4,
    });
    await clock.sleep(pause, signal);
  }
}

function createPoll(
  context: WatchContext,
  signal: AbortSignal,
): () => Promise<void> {
  const { client, store, backlog, doubt, onAnswer, onComplete } = context;
  let seen: string | undefined;
  return async () => {
    const version = await client.listResourceVersion(signal);
    if (version !== undefined && version === seen) {
      onAnswer();
    } else {
      const known = store.list(client.name);
      const list = await client.listApplications(signal);
      doubt.check({ known: known.length, listed: list.applications.length });
      store.retain(known, list.applications);
      takeOver(context, contradictions(context, list.applications));
      seen = list.resourceVersion;
      onComplete();
    }
    await backlog.read(signal);
  };
}
