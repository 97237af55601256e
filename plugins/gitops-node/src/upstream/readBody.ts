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

import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { Dispatcher } from 'undici';
import type { Upstream } from './Upstream';
import { UpstreamError } from './UpstreamError';

/** The text of an answer, unpacked, where it is not longer than allowed. */
export async function readBody(
  upstream: Upstream,
  response: Pick<Dispatcher.ResponseData, 'headers'> & { body: Readable },
  options: { maxBytes: number; signal?: AbortSignal },
): Promise<string> {
  const { maxBytes, signal } = options;
  if (Number(response.headers['content-length']) > maxBytes) {
    response.body.on('error', () => undefined).destroy();
    throw tooLarge(upstream, maxBytes);
  }
  const chunks: Buffer[] = [];
  const collect = async (source: AsyncIterable<Buffer>) => {
    let size = 0;
    for await (const chunk of source) {
      size += chunk.length;
      if (size > maxBytes) {
        throw tooLarge(upstream, maxBytes);
      }
      chunks.push(chunk);
    }
  };
  if (response.headers['content-encoding'] === 'gzip') {
    await pipeline(response.body, createGunzip(), collect, { signal });
  } else {
    await pipeline(response.body, collect, { signal });
  }
  return Buffer.concat(chunks).toString('utf8');
}

function tooLarge(upstream: Upstream, maxBytes: number): UpstreamError {
  return new UpstreamError({
    ...upstream,
    failure: 'too-large',
    what: `answered more than ${maxBytes / 1_000_000} MB`,
    remedy: 'give the account that the backend uses fewer projects to read',
  });
}
