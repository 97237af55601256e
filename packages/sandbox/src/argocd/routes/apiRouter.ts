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

import type { Request, Response, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import {
  answering,
  GrpcError,
  queryValue,
  readToken,
  sendText,
  toGrpcError,
} from '../http';
import { parseFields } from '../projection';
import type { Caller } from '../rbac';
import { applicationDetails } from './applicationDetails';
import { applicationOperations } from './applicationOperations';
import { applicationSetRoutes } from './applicationSetRoutes';
import { applicationWrites } from './applicationWrites';
import { encode } from './encode';
import { getApplication } from './getApplication';
import { listApplications } from './listApplications';
import { listClusters } from './listClusters';
import { podLogs } from './podLogs';
import { projectRoutes } from './projectRoutes';
import type { Route, RouteContext, RouteServices } from './RouteContext';
import { sessionRoutes } from './sessionRoutes';
import { streamApplications } from './streamApplications';
import { streamApplicationSets } from './streamApplicationSets';
import { UNIMPLEMENTED_ROUTES } from './unimplementedRoutes';

const ROUTES: Route[] = [
  ...sessionRoutes,
  listApplications,
  getApplication,
  ...applicationDetails,
  ...applicationOperations,
  ...applicationWrites,
  ...podLogs,
  ...projectRoutes,
  ...applicationSetRoutes,
  listClusters,
  streamApplications,
  streamApplicationSets,
];

const NOBODY: Caller = { username: '', issuedAt: '' };

type Handler = (request: Request, response: Response) => Promise<void>;

function contextOf(
  services: RouteServices,
  route: Route,
  call: { request: Request; response: Response },
): RouteContext {
  const caller = route.anonymous
    ? NOBODY
    : services.sessions.verify(readToken(call.request));
  return { ...services, ...call, params: call.request.params, caller };
}

function routeHandler(services: RouteServices, route: Route): Handler {
  return answering(async (request, response) =>
    route.handle(contextOf(services, route, { request, response })),
  );
}

/** An error of a stream that has sent nothing is projected, too, as the real one does. */
function streamHandler(services: RouteServices, route: Route): Handler {
  return async (request, response) => {
    try {
      await route.handle(contextOf(services, route, { request, response }));
    } catch (error) {
      if (response.headersSent) {
        response.destroy();
        return;
      }
      const { status, streamBody } = toGrpcError(error);
      response.writeHead(status, {
        'Content-Type': 'application/json',
        Vary: 'Accept-Encoding',
      });
      response.end(
        encode(streamBody, parseFields(queryValue(request, 'fields'))),
      );
    }
  };
}

/** Argo CD's API: what it implements, 501 for what it does not, and the gateway's own 404, 405 and 415. */
export function apiRouter(services: RouteServices): Router {
  const router = PromiseRouter({ caseSensitive: true, strict: true });
  router.use('/api', async (request, response, next) => {
    response.removeHeader('X-Powered-By');
    if (
      request.method !== 'GET' &&
      request.headers['content-type']?.toLowerCase() !== 'application/json'
    ) {
      await sendText(request, response, 415, 'Invalid content type');
      return;
    }
    // The gateway decodes a path before it looks at its segments.
    if (/%2f/i.test(request.path)) {
      await sendText(request, response, 404, 'Not Found');
      return;
    }
    next();
  });
  const methods = new Map<string, Map<string, Handler>>();
  const add = (path: string, method: string, handler: Handler) => {
    const known = methods.get(path) ?? new Map();
    methods.set(path, known.set(method, handler));
  };
  for (const route of ROUTES) {
    const handler = route.streams ? streamHandler : routeHandler;
    add(route.path, route.method, handler(services, route));
  }
  const unimplemented = answering(async request => {
    services.sessions.verify(readToken(request));
    throw new GrpcError(
      'unimplemented',
      `The sandbox does not implement ${request.method} ${request.path}`,
    );
  });
  for (const [path, list] of Object.entries(UNIMPLEMENTED_ROUTES)) {
    for (const method of list.split(' ')) {
      add(path, method, unimplemented);
    }
  }
  // Fixed segments win over parameters.
  const paths = [...methods].sort(
    ([a], [b]) => a.split(':').length - b.split(':').length,
  );
  for (const [path, handlers] of paths) {
    router.all(path, async (request, response) => {
      const handler = handlers.get(request.method);
      if (handler) {
        await handler(request, response);
      } else {
        await sendText(request, response, 405, 'Method Not Allowed');
      }
    });
  }
  router.use('/api', async (request, response) => {
    await sendText(request, response, 404, 'Not Found');
  });
  return router;
}
