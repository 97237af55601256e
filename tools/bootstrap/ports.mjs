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

import net from 'node:net';
import { Problem } from './problem.mjs';

/**
 * Refuses to go on where a port is taken, before anything is started.
 *
 * @param {Record<string, number>} ports - what each port is for
 */
export async function requireFreePorts(ports) {
  for (const [purpose, port] of Object.entries(ports)) {
    for (const host of ['127.0.0.1', '::1']) {
      if (await isTaken(port, host)) {
        throw new Problem(
          `Port ${port} is in use, and ${purpose} needs it: stop what listens there (\`lsof -i :${port}\` names it), then run this again.`,
        );
      }
    }
  }
}

/** Whether something accepts connections there; asking so also sees listeners on all interfaces. */
function isTaken(port, host) {
  return new Promise(resolve => {
    const socket = net.connect({ port, host });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
