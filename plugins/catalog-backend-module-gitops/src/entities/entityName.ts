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

/** What an entity's name may hold. */
const LONGEST = 63;

/** The text with all that an entity's name cannot hold taken out; different texts may become the same. */
export function toEntityName(name: string): string {
  return name
    .toLocaleLowerCase('en-US')
    .replace(/[^-_.a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^[-_.]+|[-_.]+$/g, '');
}

/** An entity's name that starts like the text, and differs for each id. */
export function nameWithHash(text: string, id: string): string {
  const hash = hashOf(id);
  const start = toEntityName(text)
    .slice(0, LONGEST - hash.length - 1)
    .replace(/[-_.]+$/, '');
  return `${start}-${hash}`;
}

/** Eight characters. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
