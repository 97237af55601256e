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

import express, {
  type Request,
  type RequestHandler,
  type Router,
} from 'express';
import PromiseRouter from 'express-promise-router';
import { type Fault, faultInput, faultMatches, isOutage } from './Fault';
import { applyFault } from './applyFault';
import { afterAnswer } from './afterAnswer';

/** Faults of one server: the middleware goes before everything else, the router on `/_sandbox`. */
export interface Faults {
  /** Makes the calls fail that a fault is switched on for; `/_sandbox` is spared. */
  middleware: RequestHandler;
  /** `POST`, `GET` and `DELETE` on `/faults`. */
  router: Router;
}

/**
 * Faults that tests and demonstrations switch on while the server runs. They are kept in memory: a restart is well.
 */
export function createFaults(): Faults {
  const faults: Fault[] = [];
  let nextId = 1;
  // A server that mounts the middleware twice must not count a call twice.
  const met = new WeakSet<Request>();

  const middleware: RequestHandler = (request, response, next) => {
    const { method, originalUrl: url } = request;
    if (met.has(request) || /^\/_sandbox(\/|$)/.test(url)) {
      next();
      return;
    }
    met.add(request);
    const fault = faults.find(one => faultMatches(one, { method, url }));
    if (!fault) {
      next();
      return;
    }
    const carryOut = fault.after && !isOutage(fault);
    fault.hits += 1;
    const apply = () => applyFault(fault, request, response, next).catch(next);
    if (carryOut) {
      afterAnswer(response, apply);
      next();
    } else {
      apply();
    }
  };

  const router = PromiseRouter();
  router.use('/faults', express.json());

  router.post('/faults', (request, response) => {
    const parsed = faultInput.safeParse(request.body);
    if (!parsed.success) {
      const message = parsed.error.issues
        .map(
          ({ path, message: text }) => `${path.join('.') || 'body'}: ${text}`,
        )
        .join('; ');
      response.status(400).json({ message });
      return;
    }
    const fault: Fault = { ...parsed.data, id: nextId, hits: 0 };
    nextId += 1;
    faults.push(fault);
    response.status(201).json(fault);
  });

  router.get('/faults', (_request, response) => {
    response.json({ faults });
  });

  router.delete('/faults', (_request, response) => {
    faults.length = 0;
    response.status(204).end();
  });

  return { middleware, router };
}
