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

import { isRecord } from './isRecord';

/**
 * The value at a path of keys and indices; `undefined` where the path ends early.
 *
 * @internal
 */
export function valueAt(
  value: unknown,
  ...path: readonly (string | number)[]
): unknown {
  let at = value;
  for (const key of path) {
    if (Array.isArray(at) && typeof key === 'number') at = at[key];
    else if (isRecord(at)) at = at[key];
    else return undefined;
  }
  return at;
}

/** The map at a path; an empty one where there is none. @internal */
export function recordAt(
  value: unknown,
  ...path: readonly (string | number)[]
): Record<string, unknown> {
  const at = valueAt(value, ...path);
  return isRecord(at) ? at : {};
}

/** The list at a path; an empty one where there is none. @internal */
export function listAt(
  value: unknown,
  ...path: readonly (string | number)[]
): unknown[] {
  const at = valueAt(value, ...path);
  return Array.isArray(at) ? at : [];
}

/** The text at a path; `undefined` where there is none. @internal */
export function textAt(
  value: unknown,
  ...path: readonly (string | number)[]
): string | undefined {
  const at = valueAt(value, ...path);
  return typeof at === 'string' ? at : undefined;
}
