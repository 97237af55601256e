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

/** An object in what was JSON, so that its depths need no checking. */
export const jsonObject = z.custom<JsonObject>(
  value => typeof value === 'object' && value !== null && !Array.isArray(value),
);

/** A manifest inside of a text. Absent where there is none: no text, `null`, or something else than an object. */
export const manifest = z
  .string()
  .optional()
  .catch(undefined)
  .transform((value): JsonObject | undefined => {
    try {
      return jsonObject.safeParse(JSON.parse(value ?? 'null')).data;
    } catch {
      return undefined;
    }
  });
