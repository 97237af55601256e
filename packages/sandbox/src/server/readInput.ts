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
import type { z } from 'zod';

/** The body of a call; `undefined` where it is not as it should be, which has then been answered. */
export function readInput<T>(
  schema: z.ZodType<T>,
  request: Request,
  response: Response,
): T | undefined {
  const parsed = schema.safeParse(request.body ?? {});
  if (!parsed.success) {
    const message = parsed.error.issues
      .map(one => `${one.path.join('.') || 'body'}: ${one.message}`)
      .join('; ');
    response.status(400).json({ message });
  }
  return parsed.data;
}
