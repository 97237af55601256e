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

import { createServer } from 'node:http';

/** An HTTP server on a free port of this machine. */
export class LoopbackServer {
  #server;

  /** @param {(req: import('node:http').IncomingMessage, res: import('node:http').ServerResponse) => Promise<void>} handle */
  static async listen(handle) {
    const server = createServer((req, res) => {
      handle(req, res).catch(error => res.destroy(error));
    });
    // A peer keeps its connections for as long as it likes: that is not what is measured.
    server.keepAliveTimeout = 600_000;
    await new Promise(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    return new LoopbackServer(server);
  }

  constructor(server) {
    this.#server = server;
  }

  get url() {
    return `http://127.0.0.1:${this.#server.address().port}`;
  }

  async close() {
    this.#server.closeAllConnections();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
  }
}
