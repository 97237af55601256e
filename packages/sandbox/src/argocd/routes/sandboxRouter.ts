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

import express, { type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { isError } from '@backstage/errors';
import { fillInput } from '../load';
import { presentApplication } from './presentApplication';
import type { RouteServices } from './RouteContext';

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/**
 * The sandbox's own calls, for tests and demonstrations: filling the list, and changing the state of an Application.
 * They need no token, but come from this machine only.
 */
export function sandboxRouter({ load }: RouteServices): Router {
  const router = PromiseRouter();
  router.use((request, response, next) => {
    if (!LOOPBACK.test(request.socket.remoteAddress ?? '')) {
      response
        .status(403)
        .json({ message: '/_sandbox answers calls from this machine only' });
      return;
    }
    if (request.method === 'POST' && !request.is('application/json')) {
      response
        .status(415)
        .json({ message: 'Send JSON, with Content-Type: application/json' });
      return;
    }
    next();
  });
  router.use(express.json({ limit: '5mb' }));
  router.post('/applications', (request, response) => {
    const parsed = fillInput.safeParse(request.body);
    if (!parsed.success) {
      const message = parsed.error.issues
        .map(one => `${one.path.join('.') || 'body'}: ${one.message}`)
        .join('; ');
      response.status(400).json({ message });
      return;
    }
    try {
      const names = load.fill(parsed.data);
      response
        .status(201)
        .json({ count: names.length, first: names[0], last: names.at(-1) });
    } catch (error) {
      if (!isError(error) || error.name !== 'ConflictError') {
        throw error;
      }
      response.status(409).json({ message: error.message });
    }
  });
  router.delete('/applications', (_request, response) => {
    load.clear();
    response.status(204).end();
  });
  router.post('/applications/:name', (request, response) => {
    const { name } = request.params;
    const changed = load.patch(name, request.body);
    if (!changed) {
      response.status(404).json({ message: `There is no Application ${name}` });
      return;
    }
    response.json(presentApplication(changed, { resourceHealth: true }));
  });
  return router;
}
