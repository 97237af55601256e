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
import { readRequestText } from '../../server/readRequestText';
import { GrpcError } from './GrpcError';

const LIMIT = 4 * 1024 * 1024;

/**
 * Reads the body of a write; an empty one is `{}`. Throws `GrpcError` (400, code 3) for what is not a JSON object.
 */
export async function readJsonBody(
  request: Request,
): Promise<Record<string, unknown>> {
  const text = await readRequestText(request, LIMIT);
  if (text === undefined) {
    throw new GrpcError('invalidArgument', 'http: request body too large');
  }
  if (text.trim() === '') {
    return {};
  }
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new GrpcError('invalidArgument', message);
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new GrpcError(
      'invalidArgument',
      'json: cannot unmarshal the body into a Go value: an object is expected',
    );
  }
  return Object.fromEntries(Object.entries(body));
}
