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
import { listOf, number, numberOrText, some, text } from './lenient';

/** Another resource by name; without a namespace, in that of the resource that names it. */
export interface ResourceRef {
  name: string;
  namespace?: string;
}

/** A Service, or a TraefikService, that requests are sent to. */
export interface ServiceRef extends ResourceRef {
  kind: 'Service' | 'TraefikService';
  /** By number or by name. */
  port?: string;
  weight?: number;
  /** Of the requests, where it is a mirror. */
  percent?: number;
}

export const resourceRefSchema = z.object({
  name: z.string(),
  namespace: text,
});

export const serviceRefSchema = z
  .object({
    name: z.string(),
    namespace: text,
    kind: z.enum(['Service', 'TraefikService']).catch('Service'),
    port: numberOrText,
    weight: number,
    percent: number,
  })
  .transform((ref): ServiceRef => ref);

export const serviceRefs = listOf(serviceRefSchema);
export const optionalServiceRef = some(serviceRefSchema);
