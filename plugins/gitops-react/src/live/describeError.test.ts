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

import { NotAllowedError, ResponseError } from '@backstage/errors';
import { describeError } from './describeError';
import { UnansweredError } from './UnansweredError';

async function answered(status: number, error: object) {
  return ResponseError.fromResponse(
    Object.assign(
      new Response(
        JSON.stringify({ error, response: { statusCode: status } }),
        {
          status,
          headers: { 'content-type': 'application/json' },
        },
      ),
    ),
  );
}

describe('describeError', () => {
  it.each<[string, () => Error | Promise<Error>, object]>([
    [
      'what the backend said',
      () =>
        answered(503, { name: 'ServiceUnavailableError', message: 'starting' }),
      { kind: 'other', message: 'starting', forbidden: false },
    ],
    [
      'a refusal',
      () => answered(403, { name: 'NotAllowedError', message: 'not yours' }),
      { kind: 'forbidden', message: 'not yours', forbidden: true },
    ],
    [
      'a refusal without an answer',
      () => new NotAllowedError('not yours'),
      { kind: 'forbidden', message: 'not yours', forbidden: true },
    ],
    [
      'no answer',
      () => new TypeError('Failed to fetch'),
      {
        kind: 'unreachable',
        message: 'The Backstage backend cannot be reached (Failed to fetch).',
        forbidden: false,
      },
    ],
    [
      'a conflict',
      () => answered(409, { name: 'ConflictError', message: 'A sync runs' }),
      { kind: 'conflict', message: 'A sync runs', forbidden: false },
    ],
    [
      'an answer that is late',
      () => new UnansweredError(30),
      {
        kind: 'unanswered',
        message: 'The Backstage backend did not answer within 30 seconds.',
        forbidden: false,
      },
    ],
    [
      'anything else',
      () => new Error('odd'),
      { kind: 'other', message: 'odd', forbidden: false },
    ],
  ])('puts %s into words', async (_, error, expected) => {
    expect(describeError(await error())).toEqual(expected);
  });
});
