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

import type { Request } from 'express';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ContinuousIntegration } from '../../ci';
import { type GitHub, findRepository } from '../GitHub';
import type { PageContext } from './PageContext';

/** What all pages are made from. */
export interface PageRouterOptions {
  github: GitHub;
  ci: ContinuousIntegration;
  gitops: { owner: string; name: string };
  logger: LoggerService;
}

/** Finds the repository of `/:owner/:name/…`; throws GitHub's 404. */
export async function pageContextOf(
  { github, ci }: PageRouterOptions,
  request: Request,
): Promise<PageContext> {
  const { owner, name } = request.params;
  return { ...(await findRepository(github, owner, name)), github, ci };
}
