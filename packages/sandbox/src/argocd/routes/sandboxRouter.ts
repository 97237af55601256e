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

import express, { type Request, type Response, type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { isError } from '@backstage/errors';
import type { z } from 'zod';
import { changeInput, fillInput } from '../load';
import { presentApplication } from './presentApplication';
import type { RouteServices } from './RouteContext';

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/** The body of a call; `undefined` where it is not as it should be, which has then been answered. */
function readInput<T>(
  schema: z.ZodType<T>,
  request: Request,
  response: Response,
): T | undefined {
  const parsed = schema.safeParse(request.body);
  if (!parsed.success) {
    const message = parsed.error.issues
      .map(one => `${one.path.join('.') || 'body'}: ${one.message}`)
      .join('; ');
    response.status(400).json({ message });
  }
  return parsed.data;
}

/**
 * The sandbox's own calls, for tests and demonstrations: filling the list, changing the state of Applications, and
 * letting a Rollout go on.
 * They need no token, but come from this machine only.
 */
export function sandboxRouter({
  load,
  changes,
  platform,
  controller,
}: RouteServices): Router {
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
    const input = readInput(fillInput, request, response);
    if (!input) {
      return;
    }
    try {
      const names = load.fill(input);
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
    changes.stop();
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
  router.post('/changes', (request, response) => {
    const input = readInput(changeInput, request, response);
    if (input) {
      response.status(202).json(changes.start(input));
    }
  });
  router.get('/memory', (_request, response) => {
    response.json({ rss: process.memoryUsage().rss });
  });
  router.get('/changes', (_request, response) => {
    response.json(changes.progress);
  });
  router.delete('/changes', (_request, response) => {
    changes.stop();
    response.status(204).end();
  });
  router.post('/rollouts/:namespace/:name/resume', (request, response) => {
    const { namespace, name } = request.params;
    const rollout = { group: 'argoproj.io', kind: 'Rollout', namespace, name };
    if (!platform.cluster.resume(rollout)) {
      response.status(404).json({
        message: `There is no Rollout ${namespace}/${name} that waits`,
      });
      return;
    }
    controller.lookAgain();
    response.status(204).end();
  });
  return router;
}
