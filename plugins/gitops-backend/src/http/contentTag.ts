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

/** Quotes inside of a text are escaped, so that this is never a part of one. */
const FETCHED_AT = /"fetchedAt":"[^"]*"/g;

/**
 * An entity tag made of content alone, so that replicas agree.
 *
 * `fetchedAt` moves whenever an upstream says that nothing changed, so it does not count.
 */
export function contentTag(content: unknown): string {
  const text = JSON.stringify(content).replace(FETCHED_AT, '');
  const hash = createHash('sha256').update(text).digest('base64url');
  return `W/"${hash.slice(0, 27)}"`;
}

/** Whether a tag is among those of an `If-None-Match`, by the weak comparison of RFC 9110. */
export function isHeld(tag: string, ifNoneMatch: string): boolean {
  const opaque = (one: string) => one.trim().replace(/^W\//, '');
  const held = ifNoneMatch.split(',').map(opaque);
  return held.includes('*') || held.includes(opaque(tag));
}
