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

import type { JsonValue } from '@backstage/types';

const WIDTH = 80;

/** JSON as Prettier would leave it: a list of plain values stays on one line where it fits. */
export function toJson(value: JsonValue): string {
  return `${write(value, '', 0)}\n`;
}

function write(value: JsonValue, indent: string, before: number): string {
  if (typeof value !== 'object' || value === null) {
    return JSON.stringify(value);
  }
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const isPlain = value.every(item => typeof item !== 'object');
    const line = `[${value.map(item => JSON.stringify(item)).join(', ')}]`;
    // One more for the comma that may follow.
    return value.length === 0 || (isPlain && before + line.length < WIDTH)
      ? line
      : `[\n${value
          .map(item => `${inner}${write(item, inner, inner.length)}`)
          .join(',\n')}\n${indent}]`;
  }
  const entries = Object.entries(value).flatMap(([key, item]) => {
    if (item === undefined) {
      return [];
    }
    const start = `${inner}${JSON.stringify(key)}: `;
    return [`${start}${write(item, inner, start.length)}`];
  });
  return entries.length === 0 ? '{}' : `{\n${entries.join(',\n')}\n${indent}}`;
}
