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

import { z } from 'zod';

/** What a call was refused with: status and GitHub's words. */
export interface Refusal {
  status: number;
  message: string;
  /** The messages, or else the codes, of `errors`. */
  details: string[];
}

const requestError = z.object({
  status: z.number(),
  response: z.object({
    data: z.object({
      message: z.string(),
      errors: z
        .array(z.object({ message: z.string().optional(), code: z.string() }))
        .default([]),
    }),
  }),
});

/** The refusal of a call that must not succeed. */
export async function refusalOf(call: Promise<unknown>): Promise<Refusal> {
  const error = await call.then(
    () => new Error('The call succeeded, and should not have'),
    reason => reason,
  );
  const parsed = requestError.safeParse(error);
  if (!parsed.success) {
    throw error;
  }
  const { status, response } = parsed.data;
  const { message, errors } = response.data;
  return {
    status,
    message,
    details: errors.map(detail => detail.message ?? detail.code),
  };
}
