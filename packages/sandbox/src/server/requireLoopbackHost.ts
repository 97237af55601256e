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

import type { RequestHandler } from 'express';

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/**
 * Refuses calls whose `Host` is not loopback. Otherwise a web page whose name is made to point at this machine
 * (DNS rebinding) could read and change everything here.
 */
export const requireLoopbackHost: RequestHandler = (
  request,
  response,
  next,
) => {
  if (LOOPBACK.test(request.get('host') ?? '')) {
    next();
    return;
  }
  response
    .status(403)
    .json({ message: 'The sandbox answers on localhost only' });
};
