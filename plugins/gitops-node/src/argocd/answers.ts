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
import { jsonObject, manifest } from './manifest';

export const listSchema = z.object({
  // An empty list is `null`.
  items: z.array(z.unknown()).nullish(),
  metadata: z.object({ resourceVersion: z.string().optional() }).nullish(),
});
export const nameSchema = z.object({
  metadata: z.object({ namespace: z.string(), name: z.string() }),
});
export const resourcesSchema = z.object({
  metadata: z.object({ name: z.string() }),
  // A projection leaves out what is empty.
  status: z.object({ resources: z.unknown().optional() }).optional(),
});
export const versionSchema = z.object({ Version: z.string() });
export const sessionSchema = z.object({ token: z.string().min(1) });
/** A manifest inside of a text. */
export const liveResourceSchema = z
  .object({ manifest: manifest.pipe(jsonObject) })
  .transform(answer => answer.manifest);
