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
import { parseJson } from '../upstream/parseJson';
import type { Upstream } from '../upstream/Upstream';
import type { ArgoApplication } from './ArgoApplication';
import { readApplication } from './parseApplication';
import { rawApplicationSchema } from './rawApplication';
import { throwStreamError } from './throwStreamError';

/**
 * A change of an Application. The first events of a stream are `ADDED` for all there are.
 * @public
 */
export interface ArgoStreamEvent {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  application: ArgoApplication;
}

const lineSchema = z.object({
  result: z
    .object({
      type: z.enum(['ADDED', 'MODIFIED', 'DELETED']),
      application: rawApplicationSchema,
    })
    .optional()
    .catch(undefined),
});

/**
 * Reads a line of the stream; `undefined` for an event of another kind.
 *
 * @throws UpstreamError for the line by which Argo CD says why it ends the stream.
 */
export function parseStreamLine(
  upstream: Upstream,
  line: string,
): ArgoStreamEvent | undefined {
  const json = parseJson(upstream, line);
  throwStreamError(upstream, json);
  const result = lineSchema.safeParse(json).data?.result;
  return (
    result && {
      type: result.type,
      application: readApplication(result.application),
    }
  );
}
