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
import type { JsonObject, JsonValue } from '@backstage/types';

const EXPRESSION = /\{\{-?\s*(.*?)\s*-?\}\}/g;
const FIELD = /^\.(\w+(?:\.\w+)*)$/;
const INDEX = /^index\s+\.(\w+(?:\.\w+)*)\s+"([^"]*)"$/;

/**
 * Evaluates the Go templates of a value with `missingkey=error`: `{{ .a.b }}` and `{{ index .a.b "c" }}`, which is all
 * that our ApplicationSets use. Throws an `InputError` for another expression, and for what the parameters do not have.
 */
export function evaluateTemplate(
  value: JsonValue,
  parameters: JsonObject,
): JsonValue {
  if (typeof value === 'string') {
    return value.replace(EXPRESSION, (_, expression: string) =>
      evaluate(expression, parameters),
    );
  }
  if (Array.isArray(value)) {
    return value.map(item => evaluateTemplate(item, parameters));
  }
  return typeof value === 'object' && value !== null
    ? evaluateFields(value, parameters)
    : value;
}

/** As {@link evaluateTemplate}, keys included. */
export function evaluateFields(
  value: JsonObject,
  parameters: JsonObject,
): JsonObject {
  const result: JsonObject = {};
  for (const [key, field] of Object.entries(value)) {
    result[String(evaluateTemplate(key, parameters))] =
      field === undefined ? undefined : evaluateTemplate(field, parameters);
  }
  return result;
}

function evaluate(expression: string, parameters: JsonObject): string {
  const [, field] = FIELD.exec(expression) ?? [];
  const [, map, key] = INDEX.exec(expression) ?? [];
  if (!field && !map) {
    throw new InputError(
      `{{ ${expression} }} is neither {{ .a.b }} nor {{ index .a.b "c" }}`,
    );
  }
  const path = field ? field.split('.') : [...map.split('.'), key];
  const value = path.reduce<JsonValue | undefined>(
    (at, step) =>
      typeof at === 'object' && at !== null && !Array.isArray(at)
        ? at[step]
        : undefined,
    parameters,
  );
  if (value === undefined || typeof value === 'object') {
    throw new InputError(
      `{{ ${expression} }} has no value; there are ${Object.keys(
        parameters,
      ).join(', ')}`,
    );
  }
  return String(value);
}
