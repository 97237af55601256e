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

import type { Request, RequestHandler } from 'express';
import { isSameOrigin } from './isSameOrigin';

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/** Whether a web page of another site could have sent it without asking: it has a form's body, or none. */
function couldBeForged(request: Request): boolean {
  const empty = Number(request.get('content-length') ?? 0) === 0;
  return empty && request.get('content-type') === undefined
    ? !isSameOrigin(request)
    : !request.is('application/json');
}

/** Guards the sandbox's own calls: they need no token, but come from this machine only, and not from a web page's form. */
export const sandboxOnly: RequestHandler = (request, response, next) => {
  if (!LOOPBACK.test(request.socket.remoteAddress ?? '')) {
    response
      .status(403)
      .json({ message: '/_sandbox answers calls from this machine only' });
    return;
  }
  if (request.method === 'POST' && couldBeForged(request)) {
    response
      .status(415)
      .json({ message: 'Send JSON, with Content-Type: application/json' });
    return;
  }
  next();
};
