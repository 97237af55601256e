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

import { Agent, request } from 'node:http';

/** As browsers do over HTTP/1.1. */
const CONNECTIONS = 6;

/** What one viewer's browser is to a backend: a few connections that stay open, and counters. */
export class Browser {
  #agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  #baseUrl;
  #capMs;
  calls = 0;
  bytes = 0;

  /** @param {{ baseUrl: string, capMs?: number }} options - `capMs`: a call that takes longer has failed */
  constructor({ baseUrl, capMs = 120_000 }) {
    this.#baseUrl = baseUrl;
    this.#capMs = capMs;
  }

  /** Asks for a path and reads the answer to its end. Rejects where the status is not 200. */
  async get(path) {
    const url = `${this.#baseUrl}${path}`;
    const signal = AbortSignal.timeout(this.#capMs);
    this.calls += 1;
    const { status, body } = await this.#send(url, signal);
    if (status !== 200) {
      throw new Error(`${status} for ${url}: ${body.toString().slice(0, 300)}`);
    }
    return body;
  }

  async getJson(path) {
    return JSON.parse(await this.get(path));
  }

  close() {
    this.#agent.destroy();
  }

  #send(url, signal) {
    return new Promise((resolve, reject) => {
      const sent = request(url, { agent: this.#agent, signal }, res => {
        const chunks = [];
        res.on('data', chunk => {
          this.bytes += chunk.length;
          chunks.push(chunk);
        });
        res.once('end', () =>
          resolve({ status: res.statusCode, body: Buffer.concat(chunks) }),
        );
        res.once('error', reject);
      });
      sent.once('error', error => {
        // The server had just closed the idle connection: a browser tries again.
        const retry = sent.reusedSocket && error.code === 'ECONNRESET';
        if (retry) resolve(this.#send(url, signal));
        else reject(error);
      });
      sent.end();
    });
  }
}
