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

import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';

const LIST = 'LIST ';

/** A method that Node's parser takes and that nobody uses here: it stands for `LIST` on its way through the parser. */
export const LIST_STAND_IN = 'REPORT';

/**
 * A connection whose `LIST` requests, which are Vault's own and unknown to Node's HTTP parser, arrive under another
 * method. A request begins with the first bytes after the answer to the one before.
 */
export class ListMethodSocket extends Duplex {
  readonly #socket: Socket;
  /** Whether a request is under way, so that what arrives belongs to it. */
  #busy = false;

  constructor(socket: Socket) {
    super();
    this.#socket = socket;
    socket.on('data', (chunk: Buffer) => {
      const begins = !this.#busy && chunk.toString('latin1', 0, 5) === LIST;
      this.#busy = true;
      const whole = begins
        ? Buffer.concat([
            Buffer.from(`${LIST_STAND_IN} `),
            chunk.subarray(LIST.length),
          ])
        : chunk;
      if (!this.push(whole)) {
        socket.pause();
      }
    });
    socket.on('end', () => this.push(null));
    socket.on('error', error => this.destroy(error));
    socket.on('close', () => this.destroy());
  }

  get remoteAddress(): string | undefined {
    return this.#socket.remoteAddress;
  }

  /** The answer has been sent: what comes next begins a request. */
  answered(): void {
    this.#busy = false;
  }

  resetAndDestroy(): this {
    this.#socket.resetAndDestroy();
    return this;
  }

  override _read(): void {
    this.#socket.resume();
  }

  override _write(
    chunk: Buffer,
    encoding: BufferEncoding,
    callback: (error?: Error | null) => void,
  ): void {
    this.#socket.write(chunk, encoding, callback);
  }

  override _final(callback: (error?: Error | null) => void): void {
    this.#socket.end(callback);
  }

  override _destroy(
    error: Error | null,
    callback: (error?: Error | null) => void,
  ): void {
    this.#socket.destroy(error ?? undefined);
    callback(error);
  }
}
