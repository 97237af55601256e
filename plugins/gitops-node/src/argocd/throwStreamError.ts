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

import type { JsonValue } from '@backstage/types';
import { z } from 'zod';
import { statusError } from '../upstream/statusError';
import type { Upstream } from '../upstream/Upstream';

const errorSchema = z.object({
  error: z.object({
    http_code: z.number().catch(500),
    message: z.string().catch(''),
  }),
});

/** @throws UpstreamError for the line by which Argo CD says why it ends a stream. */
export function throwStreamError(upstream: Upstream, line: JsonValue): void {
  const { error } = errorSchema.safeParse(line).data ?? {};
  if (error) {
    const { http_code: status, message } = error;
    throw statusError(upstream, status, JSON.stringify({ message }));
  }
}
