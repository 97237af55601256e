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

/** True or false; a value of another type counts as absent. */
export const flag = z.boolean().optional().catch(undefined);

/** Texts; anything else counts as none. */
export const texts = z.array(z.string()).default([]).catch([]);

/**
 * A list with nothing in the place of each item that does not fit; {@link present} leaves those places out.
 *
 * For what is read ten thousand times over: a transform keeps what it was given alive until the next full collection of
 * garbage, and an absent list without a default has an issue made of it first.
 */
export const sparseListOf = <T extends z.ZodType>(item: T) =>
  z.array(item.optional().catch(undefined)).default([]).catch([]);

/** The items that did fit. */
export function present<T>(items: T[]): NonNullable<T>[] {
  return items.filter((one): one is NonNullable<T> => one !== undefined);
}

/** A list, without the items that do not fit. */
export const listOf = <T extends z.ZodType>(item: T) =>
  sparseListOf(item).transform(items => present(items));

/** A health as Argo CD names them; one that we do not know is `Unknown`. */
export const healthStatus = z
  .enum([
    'Healthy',
    'Progressing',
    'Degraded',
    'Suspended',
    'Missing',
    'Unknown',
  ])
  .catch('Unknown');

export const syncStatus = z
  .enum(['Synced', 'OutOfSync', 'Unknown'])
  .catch('Unknown');
