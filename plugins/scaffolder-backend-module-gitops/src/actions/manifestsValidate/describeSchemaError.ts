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

import { ErrorObject } from 'ajv';

function fieldOf(error: ErrorObject, key?: string): string {
  const parts = error.instancePath
    .split('/')
    .slice(1)
    .map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  return [...parts, ...(key === undefined ? [] : [key])]
    .map(part => (/^\d+$/.test(part) ? `[${part}]` : `.${part}`))
    .join('')
    .replace(/^\./, '');
}

function found(data: unknown): string {
  if (data !== null && typeof data === 'object') {
    return Array.isArray(data) ? 'a list' : 'a map';
  }
  return JSON.stringify(data)?.slice(0, 80) ?? 'nothing';
}

function expectation(error: ErrorObject): string {
  switch (error.keyword) {
    case 'enum':
      return `must be one of ${error.params.allowedValues.join(', ')}`;
    case 'const':
      return `must be ${error.params.allowedValue}`;
    case 'type':
      return error.params.type === 'string' && typeof error.data === 'number'
        ? 'must be text: put it in quotes'
        : `must be of type ${error.params.type}`;
    case 'oneOf':
      return 'must have exactly one of the alternatives';
    default:
      return error.message ?? 'is not valid';
  }
}

/**
 * Says which field an error of a JSON schema is about, what it must be, and what was found. Expects errors of an Ajv
 * with `verbose`.
 */
export function describeSchemaError(error: ErrorObject): string {
  if (error.keyword === 'additionalProperties') {
    const field = fieldOf(error, error.params.additionalProperty);
    const known = Object.keys(error.parentSchema?.properties ?? {});
    return `${field} is not known here; remove it or correct its spelling${
      known.length ? ` (known: ${known.join(', ')})` : ''
    }`;
  }
  if (error.keyword === 'required') {
    return `${fieldOf(error, error.params.missingProperty)} is missing; add it`;
  }
  const hint: unknown = error.parentSchema?.description;
  return [
    `${fieldOf(error) || 'the file'} ${expectation(error)}, found ${found(
      error.data,
    )}`,
    ...(typeof hint === 'string' ? [`(${hint})`] : []),
  ].join(' ');
}
