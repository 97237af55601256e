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

import type { JsonPrimitive } from '@backstage/types';
import { Document, isSeq, Scalar } from 'yaml';

/**
 * Where a scalar stands: a plain one may hold `,` and `}` in block style only.
 * @internal
 */
export type ScalarContext = 'block' | 'flow';

/**
 * A scalar on one line. A string that a YAML 1.1 or 1.2 reader would take for something else is quoted,
 * and so is a string that replaces a quoted one.
 * @internal
 */
export function renderScalar(
  value: JsonPrimitive,
  context: ScalarContext,
  previousType?: Scalar.Type,
): string {
  if (typeof value !== 'string') {
    return Object.is(value, -0) ? '-0' : String(value);
  }
  const singleLine =
    /^[^\p{Cc}\u2028\u2029\uFEFF\uD800-\uDFFF\uFFFE\uFFFF]*$/u.test(value);
  if (!singleLine || previousType === Scalar.QUOTE_DOUBLE) {
    return doubleQuoted(value);
  }
  if (previousType === Scalar.QUOTE_SINGLE || !isPlain(value, context)) {
    return `'${value.replace(/'/g, "''")}'`;
  }
  return value;
}

function doubleQuoted(value: string): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\uFEFF\uFFFE\uFFFF]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function isPlain(value: string, context: ScalarContext): boolean {
  // `=` and `<<` have a meaning of their own for YAML 1.1 readers.
  if (value === '=' || value === '<<') {
    return false;
  }
  const document = new Document([value], {
    version: '1.2',
    compat: 'yaml-1.1',
  });
  if (isSeq(document.contents)) {
    document.contents.flow = context === 'flow';
  }
  const text = document.toString({
    lineWidth: 0,
    flowCollectionPadding: false,
  });
  return text === (context === 'flow' ? `[${value}]\n` : `- ${value}\n`);
}
