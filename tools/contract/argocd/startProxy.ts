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

import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { target } from './target';

/** Stands between our client and the target, and can get in the way. */
export async function startProxy() {
  const { hostname, port } = new URL(target.url);
  const sockets = new Set<Socket>();
  const requests: string[] = [];
  let answered = 0;
  let through = true;
  const server = createServer(client => {
    if (!through) {
      client.destroy();
      return;
    }
    const upstream = connect(Number(port || 80), hostname);
    const both: [Socket, Socket][] = [
      [client, upstream],
      [upstream, client],
    ];
    for (const [from, to] of both) {
      sockets.add(from);
      from.on('data', chunk => {
        if (from === client) requests.push(chunk.toString('latin1'));
        else answered += chunk.length;
        to.write(chunk);
      });
      from.on('error', () => {});
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const own = typeof address === 'object' ? address?.port : undefined;

  function endConnections() {
    for (const socket of sockets) socket.destroy();
  }

  return {
    url: `http://127.0.0.1:${own}`,
    /** What the client has sent, heads of requests first. */
    requests,
    /** How many bytes the target has sent. */
    answered: () => answered,
    /** Ends every connection and takes no more. */
    cut() {
      through = false;
      endConnections();
    },
    /** Passes nothing on any more through the connections there are; new ones work. */
    freeze() {
      for (const socket of sockets) socket.removeAllListeners('data').pause();
    },
    resume() {
      through = true;
    },
    stop() {
      endConnections();
      server.close();
    },
  };
}
