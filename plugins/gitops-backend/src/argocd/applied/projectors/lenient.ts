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

/** A text; a value of another type counts as absent. */
export const text = z.string().optional().catch(undefined);

/** A number; a value of another type counts as absent. */
export const number = z.number().optional().catch(undefined);

/** What is there and fits; else absent. */
export const some = <T extends z.ZodType>(schema: T) =>
  schema.optional().catch(undefined);

/** A list without the items that do not fit; anything else counts as none. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z
    .array(item.optional().catch(undefined))
    .default([])
    .catch([])
    .transform(items =>
      items.filter((one): one is NonNullable<typeof one> => one !== undefined),
    );

/** A number or a text, as text: such as a port, by number or by name. */
export const numberOrText = z
  .union([z.number(), z.string()])
  .transform(String)
  .optional()
  .catch(undefined);
