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

import { type RequestListener, type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConflictError, isError } from '@backstage/errors';
import { acceptListMethod } from './acceptListMethod';

/** A server on loopback, by whichever name or address family a client comes. */
export interface LoopbackServer {
  port: number;
  /** What answers; until it is set, calls get 503. */
  handle(listener: RequestListener): void;
  /** Breaks open connections off: what hangs must not keep the process alive. */
  close(): Promise<void>;
}

async function listen(server: Server, host: string, port: number) {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function codeOf(error: unknown): string {
  return isError(error) && typeof error.code === 'string' ? error.code : '';
}

async function close(server: Server): Promise<void> {
  if (!server.listening) {
    return;
  }
  await new Promise<void>((resolve, reject) => {
    server.close(error => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}

/**
 * Listens on 127.0.0.1 and, where the machine has it, on ::1, because `localhost` may mean either.
 * Port 0 takes a free one. Rejects with one sentence where the port is taken.
 */
export async function listenOnLoopback(options: {
  port: number;
  /** For the sentence about a port that is taken. */
  name: string;
  /** Whether it takes the method `LIST`, too. */
  listMethod?: boolean;
}): Promise<LoopbackServer> {
  let handler: RequestListener = (_request, response) => {
    response.writeHead(503).end('The sandbox is starting\n');
  };
  const four = createServer((request, response) => handler(request, response));
  const six = createServer((request, response) => handler(request, response));
  if (options.listMethod) {
    acceptListMethod(four);
    acceptListMethod(six);
  }
  const taken = new ConflictError(
    `Port ${options.port} is in use, and ${options.name} needs it; stop what listens there or choose another port`,
  );
  try {
    await listen(four, '127.0.0.1', options.port);
  } catch (error) {
    throw codeOf(error) === 'EADDRINUSE' ? taken : error;
  }
  const { port } = four.address() as AddressInfo;
  try {
    await listen(six, '::1', port);
  } catch (error) {
    const chosenByCaller = options.port !== 0;
    if (codeOf(error) === 'EADDRINUSE' && chosenByCaller) {
      await close(four);
      throw taken;
    }
  }
  return {
    port,
    handle: listener => {
      handler = listener;
    },
    close: async () => {
      await Promise.all([close(four), close(six)]);
    },
  };
}
