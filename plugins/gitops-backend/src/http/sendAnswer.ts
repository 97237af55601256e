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
import { contentTag } from './contentTag';

/**
 * Sends an answer with its entity tag, or 304 where the caller has it already.
 *
 * Answers differ per person and must be asked for again each time, hence `private, no-cache`.
 *
 * @param options - `waited`: the caller's preference to wait for news was followed
 */
export function sendAnswer<T>(
  req: Pick<Request, 'fresh'>,
  res: Pick<Response, 'set' | 'status'>,
  answer: T,
  options: { waited?: boolean } = {},
): void {
  res.set('ETag', contentTag(answer));
  res.set('Cache-Control', 'private, no-cache');
  if (options.waited) {
    res.set('Preference-Applied', 'wait');
  }
  if (req.fresh) {
    res.status(304).end();
    return;
  }
  res.status(200).json(answer);
}
