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

import type { JsonObject, JsonValue } from '@backstage/types';

function isMap(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Lays values over a chart's defaults as Helm does: maps are merged, everything else is replaced, and a null removes
 * the default.
 */
export function coalesceValues(
  defaults: JsonObject,
  values: JsonObject,
): JsonObject {
  const result = { ...defaults };
  for (const [key, value] of Object.entries(values)) {
    const before = result[key];
    if (value === null) {
      delete result[key];
    } else {
      result[key] =
        isMap(value) && isMap(before) ? coalesceValues(before, value) : value;
    }
  }
  return result;
}
