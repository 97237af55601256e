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

import { InputError } from '@backstage/errors';

/**
 * Joins segments into an absolute path, each encoded, so that a name cannot lead elsewhere.
 *
 * @throws InputError for a segment that is empty, `.` or `..`, or that cannot be encoded.
 * @public
 */
export function pathOf(...segments: string[]): string {
  return segments.map(segment => `/${encodeSegment(segment)}`).join('');
}

function encodeSegment(segment: string): string {
  // encodeURIComponent throws for half of a surrogate pair.
  const broken = /\p{Surrogate}/u.test(segment);
  if (broken || ['', '.', '..'].includes(segment)) {
    throw new InputError(
      `'${segment}' cannot be part of a path: expected a name`,
    );
  }
  return encodeURIComponent(segment);
}
