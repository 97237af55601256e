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
import { z } from 'zod';
import { regularExpression } from '../faults';
import type { JsonFile } from '../JsonFile';
import { readInput } from '../server/readInput';
import { sandboxOnly } from '../server/sandboxOnly';
import { type Certificate, covers } from './config';
import type { Replica } from './Replica';
import type { TraefikSnapshot } from './TraefikState';

const DAY_MS = 24 * 60 * 60 * 1000;

const certificateInput = z
  .strictObject({
    /** A host that the certificate covers. */
    host: z.string(),
    notAfter: z.iso.datetime().optional(),
    endsInDays: z.number().optional(),
  })
  .refine(
    ({ notAfter, endsInDays }) =>
      (notAfter === undefined) !== (endsInDays === undefined),
    { message: 'wants either notAfter or endsInDays' },
  );

const loadInput = z.strictObject({ count: z.int().min(1).max(50_000) });

const faultInput = z.strictObject({
  frozen: z.boolean().default(false),
  /** Routers whose names match this are missing. */
  without: regularExpression.optional(),
});

/** The sandbox's own calls: certificates that end, routers for load, a replica that is not like the others. */
export function sandboxRouter(options: {
  state: JsonFile<TraefikSnapshot>;
  replica: Replica;
  certificates: () => Certificate[];
  changed: () => void;
  now: () => Date;
}): Router {
  const { state, replica, certificates, changed, now } = options;
  const router = PromiseRouter();
  router.use(sandboxOnly);
  router.use(express.json());
  router.post('/certificates', async (request, response) => {
    const input = readInput(certificateInput, request, response);
    if (!input) {
      return;
    }
    const { host, notAfter, endsInDays = 0 } = input;
    const san = certificates()
      .flatMap(({ sans }) => sans)
      .find(one => covers(one, host));
    if (!san) {
      response.status(404).json({ message: `No certificate is for ${host}` });
      return;
    }
    const end = new Date(now().getTime() + endsInDays * DAY_MS);
    state.value.endings[san] = notAfter ?? end.toISOString();
    await state.save();
    response.json(certificates().find(({ sans }) => sans.includes(san)));
  });
  router.delete('/certificates', async (_request, response) => {
    state.value.endings = {};
    await state.save();
    response.status(204).end();
  });
  router.post('/routers', async (request, response) => {
    const input = readInput(loadInput, request, response);
    if (input) {
      state.value.loadRouters = input.count;
      changed();
      await state.save();
      response.status(201).json(input);
    }
  });
  router.delete('/routers', async (_request, response) => {
    state.value.loadRouters = 0;
    changed();
    await state.save();
    response.status(204).end();
  });
  router.get('/replica', (_request, response) => {
    response.json(replica.fault);
  });
  router.post('/replica', (request, response) => {
    const input = readInput(faultInput, request, response);
    if (input) {
      replica.fault = input;
      response.json(input);
    }
  });
  router.delete('/replica', (_request, response) => {
    replica.fault = { frozen: false };
    response.status(204).end();
  });
  return router;
}
