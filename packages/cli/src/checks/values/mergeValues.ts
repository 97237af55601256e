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

import { isRecord } from '../yaml';

type Values = Record<string, unknown>;

/**
 * Values as Helm merges them: maps deep, lists and scalars replaced, `null` removes the key.
 *
 * @internal
 */
export function mergeValues(below: Values, above: Values): Values {
  const merged: Values = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const former = merged[key];
    if (value === null) delete merged[key];
    else if (isRecord(value) && isRecord(former)) {
      merged[key] = mergeValues(former, value);
    } else merged[key] = value;
  }
  return merged;
}
