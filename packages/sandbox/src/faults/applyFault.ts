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

import { setTimeout as delay } from 'node:timers/promises';
import type { NextFunction, Request, Response } from 'express';
import type { Fault } from './Fault';
import { truncateResponse } from './truncateResponse';

const SLOW_MS = 2000;

const LOGIN_PAGE =
  '<!doctype html><title>Sign in</title><p>This is what a proxy in front answers, with status 200.</p>';

function send(response: Response, fault: Fault): void {
  response.status(fault.status ?? 500).set(fault.headers ?? {});
  if (typeof fault.body === 'string') {
    response.send(fault.body);
  } else {
    response.json(fault.body ?? { message: 'A fault of the sandbox' });
  }
}

/**
 * Does to one call what the fault says. A call that hangs is released when its client gives up or the server stops.
 */
export async function applyFault(
  fault: Fault,
  request: Request,
  response: Response,
  next: NextFunction,
): Promise<void> {
  const wait = fault.delayMs ?? (fault.kind === 'slow' ? SLOW_MS : 0);
  if (wait > 0) {
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    try {
      await delay(wait, undefined, { signal: gone.signal });
    } catch (error) {
      if (gone.signal.aborted) {
        return;
      }
      throw error;
    }
  }
  switch (fault.kind) {
    case 'hang':
      return;
    case 'reset':
      request.socket.resetAndDestroy();
      return;
    case 'status':
      send(response, fault);
      return;
    case 'wrong-content-type':
      response
        .status(fault.status ?? 200)
        .set('content-type', 'text/html; charset=utf-8')
        .set(fault.headers ?? {})
        .send(typeof fault.body === 'string' ? fault.body : LOGIN_PAGE);
      return;
    case 'truncated':
      truncateResponse(response);
      next();
      return;
    default:
      next();
  }
}
