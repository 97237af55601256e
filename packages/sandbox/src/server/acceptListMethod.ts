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

import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { LIST_STAND_IN, ListMethodSocket } from './ListMethodSocket';

/** Lets a server take requests with the method `LIST`, which Vault has and Node's HTTP parser refuses. */
export function acceptListMethod(server: Server): void {
  const [accept] = server.listeners('connection');
  server.removeAllListeners('connection');
  server.on('connection', (socket: Socket) => {
    accept.call(server, new ListMethodSocket(socket));
  });
  server.prependListener('request', (request, response) => {
    if (request.method === LIST_STAND_IN) {
      request.method = 'LIST';
    }
    const { socket } = request;
    response.once('finish', () => {
      if (socket instanceof ListMethodSocket) {
        socket.answered();
      }
    });
  });
}
