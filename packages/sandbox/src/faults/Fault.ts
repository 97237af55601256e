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

/** Text that can be read as a regular expression. */
export const regularExpression = z.string().refine(
  text => {
    try {
      return Boolean(new RegExp(text));
    } catch {
      return false;
    }
  },
  { message: 'is not a regular expression' },
);

/** Kinds that replace the whole answer, so that the call can be carried out before it. */
const REPLACING = ['status', 'reset', 'hang', 'wrong-content-type'];

/** What `POST /_sandbox/faults` takes; unknown keys are refused, because a misspelt fault would do nothing. */
const faultShape = z.strictObject({
  /** Only calls with this method. */
  method: z.string().toUpperCase().optional(),
  /** Regular expression over path and query, as the client wrote them. */
  path: regularExpression,
  kind: z.enum([
    'slow',
    'hang',
    'status',
    'truncated',
    'wrong-content-type',
    'reset',
  ]),
  /** Of the answer, for `status`; 500 where it is absent. */
  status: z.int().min(200).max(599).optional(),
  headers: z.record(z.string(), z.string()).optional(),
  /** Sent as it is where it is a string, else as JSON. */
  body: z.unknown().optional(),
  /** Milliseconds before anything happens; 2000 for `slow` where it is absent. */
  delayMs: z.int().min(0).max(3_600_000).optional(),
  /** The fault goes away after this many calls; it stays where this is absent. */
  times: z.int().min(1).optional(),
  /** The call is carried out first: only its answer is lost. */
  after: z.boolean().optional(),
  /**
   * Once it has met a call, it meets every call, whatever its path, and none of those is carried out: for its client
   * the server is gone in the middle of its work.
   */
  outage: z.boolean().optional(),
});

export const faultInput = faultShape.refine(
  ({ after, kind }) => !after || REPLACING.includes(kind),
  { path: ['after'], message: `goes with ${REPLACING.join(', ')} only` },
);

/** A fault as it is switched on. */
export interface Fault extends z.infer<typeof faultInput> {
  id: number;
  /** How many calls it has met. */
  hits: number;
}

/** Whether a call meets this fault. */
export function faultMatches(
  fault: Fault,
  call: { method: string; url: string },
): boolean {
  if (isOutage(fault)) {
    return true;
  }
  const spent = fault.times !== undefined && fault.hits >= fault.times;
  const sameMethod = !fault.method || fault.method === call.method;
  return !spent && sameMethod && new RegExp(fault.path).test(call.url);
}

/** Whether the fault has begun and now meets everything. */
export function isOutage(fault: Fault): boolean {
  return fault.outage === true && fault.hits > 0;
}
