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

/** The keys of a secret without their values. With a depth, what is below that many levels is left out; 0 is no limit. */
export function subkeys(
  data: Record<string, unknown>,
  depth: number = 0,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => {
      const isMap =
        typeof value === 'object' && value !== null && !Array.isArray(value);
      const below = isMap ? Object.entries(value) : [];
      return [
        key,
        below.length > 0 && depth !== 1
          ? subkeys(Object.fromEntries(below), depth > 0 ? depth - 1 : 0)
          : null,
      ];
    }),
  );
}
