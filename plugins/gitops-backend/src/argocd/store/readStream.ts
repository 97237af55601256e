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

import { type ArgoStreamEvent } from '@gitops-platform/backstage-plugin-gitops-node';
import { StreamProgress } from './StreamProgress';
import { superviseStream } from './superviseStream';
import type { WatchContext } from './WatchContext';

/** How a stream went, once it is over. */
export interface StreamOutcome {
  /** Whether it delivered anything. */
  delivered: boolean;
  /** Whether it delivered everything there was. */
  complete: boolean;
  /** Milliseconds. */
  lasted: number;
  /** Why it ended, where the server did not end it in order. */
  error?: unknown;
}

/**
 * Opens the stream, which begins with every Application there is, and keeps the store up to date until it ends.
 *
 * @throws the signal's reason where it was aborted, and nothing else.
 */
export async function readStream(
  context: WatchContext,
  signal: AbortSignal,
): Promise<StreamOutcome> {
  const { client, clock, onAnswer } = context;
  const over = new AbortController();
  const both = AbortSignal.any([signal, over.signal]);
  const startedAt = clock.now();
  const progress = new StreamProgress(startedAt);

  const stream = client.streamApplications({
    signal: both,
    onOpen: onAnswer,
    onEvent: event => {
      progress.onEvent(event.application, clock.now());
      applyEvent(context, event);
      onAnswer();
    },
  });
  const supervision = superviseStream(context, progress, both);
  let error: unknown;
  try {
    await Promise.race([stream, supervision]);
  } catch (reason) {
    error = reason;
  }
  over.abort();
  await Promise.allSettled([stream, supervision]);
  signal.throwIfAborted();
  return {
    delivered: progress.events > 0,
    complete: progress.complete,
    lasted: clock.now() - startedAt,
    error,
  };
}

function applyEvent(
  { client, store, backlog }: WatchContext,
  { type, application }: ArgoStreamEvent,
): void {
  backlog.delete(application);
  if (type === 'DELETED') {
    store.remove({ ...application, instance: client.name });
  } else {
    store.upsert(client.name, application);
  }
}
