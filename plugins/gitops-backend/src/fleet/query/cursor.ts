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

import { createHash } from 'node:crypto';
import { InputError } from '@backstage/errors';
import { z } from 'zod';
import type { Position } from './rowOrder';

const cursorSchema = z.tuple([
  z.string(),
  z.union([z.string(), z.number()]),
  z.string(),
  z.string(),
  z.string(),
]);

/** Where a page ended, opaque to callers: it fits the query that it came of and no other. */
export function formatCursor(position: Position, query: unknown): string {
  const { key, name, instance, namespace } = position;
  const parts = [hashOf(query), key === name ? '' : key, name];
  return Buffer.from(JSON.stringify([...parts, instance, namespace])).toString(
    'base64url',
  );
}

/**
 * Takes {@link formatCursor} apart.
 *
 * @throws InputError where it is none, or one of another query.
 */
export function parseCursor(cursor: string, query: unknown): Position {
  const parsed = cursorSchema.safeParse(decode(cursor));
  if (!parsed.success) {
    throw new InputError(
      "The query parameter 'cursor' is not one that this backend gave out: leave it out to begin with the first page",
    );
  }
  const [hash, key, name, instance, namespace] = parsed.data;
  if (hash !== hashOf(query)) {
    throw new InputError(
      "The query parameter 'cursor' belongs to another filter, search or order: leave it out to begin with the first page",
    );
  }
  return { key: key === '' ? name : key, name, instance, namespace };
}

function decode(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    // What does not parse is no cursor.
    return undefined;
  }
}

function hashOf(query: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(query))
    .digest('base64url')
    .slice(0, 8);
}
