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
import { z } from 'zod';
import { readInput } from '../../server/readInput';
import { sandboxOnly } from '../../server/sandboxOnly';
import { changeInput, fillInput } from '../load';
import { presentApplication } from './presentApplication';
import type { RouteServices } from './RouteContext';

/** What `POST /_sandbox/workloads/<namespace>/<name>/crash` takes. */
const crashInput = z.strictObject({
  kind: z
    .enum(['Deployment', 'StatefulSet', 'DaemonSet', 'Rollout'])
    .default('Deployment'),
  crashing: z.boolean().default(true),
});

/**
 * The sandbox's own calls, for tests and demonstrations: filling the list, changing the state of Applications,
 * letting a Rollout go on, having a secret fetched before its time, and making pods crash.
 * They need no token, but come from this machine only.
 */
export function sandboxRouter({
  load,
  changes,
  platform,
  controller,
}: RouteServices): Router {
  const router = PromiseRouter();
  router.use(sandboxOnly);
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
  router.post(
    '/externalsecrets/:namespace/:name/refresh',
    (request, response) => {
      const { namespace, name } = request.params;
      const kind = 'ExternalSecret';
      const secret = { group: 'external-secrets.io', kind, namespace, name };
      if (!platform.cluster.get(secret)) {
        response
          .status(404)
          .json({ message: `There is no ExternalSecret ${namespace}/${name}` });
        return;
      }
      platform.cluster.operate(secret);
      controller.lookAgain();
      response.status(204).end();
    },
  );
  router.post('/workloads/:namespace/:name/crash', (request, response) => {
    const input = readInput(crashInput, request, response);
    if (!input) {
      return;
    }
    const { namespace, name } = request.params;
    const { kind, crashing } = input;
    const group = kind === 'Rollout' ? 'argoproj.io' : 'apps';
    const workload = { group, kind, namespace, name };
    if (!platform.cluster.crash(workload, crashing)) {
      response
        .status(404)
        .json({ message: `There is no ${kind} ${namespace}/${name}` });
      return;
    }
    controller.lookAgain();
    response.status(204).end();
  });
  return router;
}
