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

import type { Request, Response } from 'express';
import type { Sessions } from '../http';
import type { ChangeStream, LoadFill } from '../load';
import type { Caller, Enforcer } from '../rbac';
import type { ApplicationController, Platform } from '../reconcile';

/** What the routes of one Argo CD work on. */
export interface RouteServices {
  name: string;
  platform: Platform;
  controller: ApplicationController;
  sessions: Sessions;
  enforcer: Enforcer;
  load: LoadFill;
  changes: ChangeStream;
  /** Versions of the tools that render, as `/api/version` tells them. */
  toolVersions: () => Promise<{ helm: string; kustomize: string }>;
}

/** One call of a route that needs a session. */
export interface RouteContext extends RouteServices {
  request: Request;
  response: Response;
  /** Decoded path segments. */
  params: Record<string, string>;
  /** Who calls; nobody (an empty name) on a route that needs no session. */
  caller: Caller;
}

/** One call that Argo CD answers. What it returns is sent as JSON unless it has sent something itself. */
export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** As express reads it. */
  path: string;
  /** Its errors are those of a stream that has sent nothing. */
  streams?: boolean;
  /** Also for somebody without a session. */
  anonymous?: boolean;
  handle(context: RouteContext): Promise<unknown>;
}
