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

import type { ErrorObject } from 'ajv';
import type { Violation } from './KindSchema';

/** What these say only repeats what their parts say. */
const REPEATING = new Set(['anyOf', 'oneOf', 'allOf', 'if']);

/**
 * What a validator found, in words.
 *
 * @internal
 */
export function describeErrors(
  errors: readonly ErrorObject[],
  manifest: unknown,
): Violation[] {
  const telling = errors.filter(error => !REPEATING.has(error.keyword));
  return (telling.length > 0 ? telling : errors).map(error => ({
    path: pathOf(error.instancePath, manifest),
    message: describe(error),
  }));
}

function describe({ keyword, message, params }: ErrorObject): string {
  switch (keyword) {
    case 'additionalProperties':
      return `unknown field "${params.additionalProperty}"`;
    case 'required':
      return `lacks the field "${params.missingProperty}"`;
    case 'enum':
      return `must be one of ${params.allowedValues
        .map((value: unknown) => JSON.stringify(value))
        .join(', ')}`;
    case 'type':
      return `must be ${[params.type].flat().join(' or ')}`;
    default:
      return message ?? keyword;
  }
}

function pathOf(pointer: string, manifest: unknown): (string | number)[] {
  let at: unknown = manifest;
  return pointer
    .split('/')
    .slice(1)
    .map(part => {
      const key = part.replace(/~1/g, '/').replace(/~0/g, '~');
      const step = Array.isArray(at) ? Number(key) : key;
      at = (at as Record<string | number, unknown> | undefined)?.[step];
      return step;
    });
}
