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

import type { JsonObject } from '@backstage/types';
import { z } from 'zod';

/** What is kept of a Middleware: never what is in it, which may be users, passwords and headers. */
export interface MiddlewareFacts {
  /** Such as `basicAuth`. */
  type?: string;
}

const middlewareSchema = z.object({
  spec: z.record(z.string(), z.unknown()).catch({}),
});

export function middlewareFacts(live: JsonObject): MiddlewareFacts | undefined {
  const parsed = middlewareSchema.safeParse(live).data;
  return parsed && { type: Object.keys(parsed.spec)[0] };
}
