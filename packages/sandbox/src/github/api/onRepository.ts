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

import type { Request, RequestHandler, Response } from 'express';
import type { Signature } from '../../git';
import { SANDBOX_LOGIN } from '../callerOf';
import { type GitHub, findRepository } from '../GitHub';
import type { RepositoryContext } from '../RepositoryContext';
import { signatureOf } from '../signatureOf';

/** One call about one repository. */
export interface RepositoryCall extends RepositoryContext {
  github: GitHub;
  request: Request;
  response: Response;
  /** What the `*` of the route stands for, decoded: a path or a name with slashes. */
  rest: string;
  /** Whose commits the call makes. */
  caller: Signature;
}

/** A route below `/repos/:owner/:repo`: answers GitHub's 404 where there is no such repository. */
export function onRepository(
  github: GitHub,
  handle: (call: RepositoryCall) => Promise<void>,
): RequestHandler {
  return async (request, response) => {
    const { owner, repo, 0: rest = '' } = request.params;
    const context = await findRepository(github, owner, repo);
    const caller = signatureOf(SANDBOX_LOGIN, github.now());
    await handle({ ...context, github, request, response, rest, caller });
  };
}
