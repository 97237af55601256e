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

import { constants, createGzip } from 'node:zlib';
import type { Request, Response } from 'express';
import { acceptsGzip } from './sendAnswer';

/** Whether a client wants server-sent events rather than plain lines. */
function isEventStream(request: Request): boolean {
  return request.headers.accept === 'text/event-stream';
}

/** Writes lines to a client that may be slow, without holding more than what it has not taken yet. */
export class EventWriter {
  readonly #request: Request;
  readonly #response: Response;
  #out: NodeJS.WritableStream | undefined;
  #waiting: string[] = [];
  #busy = false;

  constructor(request: Request, response: Response) {
    this.#request = request;
    this.#response = response;
  }

  /** A message, in the form that the client wants. */
  writeEvent(text: string): void {
    this.#waiting.push(
      isEventStream(this.#request) ? `data: ${text} \n\n` : `${text}\n`,
    );
    this.#drain();
  }

  #drain(): void {
    while (!this.#busy && this.#waiting.length > 0) {
      // Nothing at all, not even a status, is sent before there is an event.
      this.#out ??= this.#open();
      const chunk = this.#waiting.join('');
      this.#waiting = [];
      this.#busy = !this.#out.write(chunk);
      if (this.#busy) {
        this.#out.once('drain', () => {
          this.#busy = false;
          this.#drain();
        });
      }
    }
  }

  #open(): NodeJS.WritableStream {
    const zipped = acceptsGzip(this.#request) && !isEventStream(this.#request);
    this.#response.writeHead(200, {
      'Content-Type': isEventStream(this.#request)
        ? 'text/event-stream'
        : 'application/json',
      ...(isEventStream(this.#request)
        ? { 'X-Content-Type-Options': 'nosniff' }
        : { Vary: 'Accept-Encoding' }),
      ...(zipped ? { 'Content-Encoding': 'gzip' } : {}),
    });
    if (!zipped) {
      return this.#response;
    }
    const gzip = createGzip({ flush: constants.Z_SYNC_FLUSH });
    gzip.pipe(this.#response);
    this.#response.once('close', () => gzip.destroy());
    return gzip;
  }
}
