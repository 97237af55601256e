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
import { listOf, numberOrText, text } from './lenient';

/** What is kept of a Service. */
export interface ServiceFacts {
  /** Such as `ClusterIP` or `ExternalName`. */
  type?: string;
  /** Empty where it selects no pods by itself. */
  selector: Record<string, string>;
  ports: { name?: string; port?: string }[];
}

const serviceSchema = z.object({
  spec: z.object({
    type: text,
    selector: z.record(z.string(), z.string()).default({}).catch({}),
    ports: listOf(z.object({ name: text, port: numberOrText })),
  }),
});

export function serviceFacts(live: JsonObject): ServiceFacts | undefined {
  return serviceSchema.safeParse(live).data?.spec;
}
