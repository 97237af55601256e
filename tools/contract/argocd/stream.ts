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

import type { RawApplication } from './RawApplication';
import { target } from './target';

export type StreamEvent = {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  application: RawApplication;
};

/**
 * Opens the application stream and gathers its events until `close`. It is not awaited that headers arrive:
 * a quiet stream sends none before its first event.
 */
export function openStream(
  query: string,
  options: { token?: string; url?: string } = {},
) {
  const { token = target.token, url = target.url } = options;
  const abort = new AbortController();
  const events: StreamEvent[] = [];
  let contentType: string | undefined;
  let over = false;
  const ended = read()
    .catch(error => {
      if (!abort.signal.aborted && events.length === 0) throw error;
    })
    .finally(() => {
      over = true;
    });

  async function read() {
    const response = await fetch(`${url}/api/v1/stream/applications?${query}`, {
      headers: { Authorization: `Bearer ${token}` },
      signal: abort.signal,
    });
    contentType = response.headers.get('content-type') ?? '';
    const decoder = new TextDecoder();
    let rest = '';
    for await (const chunk of response.body ?? []) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split(
        '\n',
      );
      rest = lines.pop() ?? '';
      for (const line of lines) events.push(JSON.parse(line).result);
    }
  }

  return {
    events,
    contentType: () => contentType,
    /** Whether the server, or the way to it, has ended the stream. */
    ended: () => over,
    async close() {
      abort.abort();
      await ended;
    },
  };
}

/** What `until` goes on waiting at. */
type Unfound = undefined | false | '';

/** Waits until `check` gives something, and fails with `what` after some seconds. */
export async function until<T>(
  what: string,
  check: () => T | Unfound | Promise<T | Unfound>,
  seconds = 40,
): Promise<T> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const found = await check();
    if (found) return found;
    if (Date.now() > deadline)
      throw new Error(`not within ${seconds} s: ${what}`);
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}
