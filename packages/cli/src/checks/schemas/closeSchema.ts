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

import { isRecord, listAt } from '../yaml';

type Schema = Record<string, unknown>;

/** Keywords that mean the same in JSON Schema. */
const KEPT = [
  '$ref',
  'enum',
  'exclusiveMaximum',
  'exclusiveMinimum',
  'maxItems',
  'maxLength',
  'maxProperties',
  'maximum',
  'minItems',
  'minLength',
  'minProperties',
  'minimum',
  'multipleOf',
  'uniqueItems',
];

const JUNCTORS = ['allOf', 'anyOf', 'oneOf'];

interface Options {
  /** Inside allOf, anyOf, oneOf and not: there a schema constrains values and makes no key known. */
  inJunctor?: boolean;
  /** Below a list that keeps unknown fields. */
  isOpen?: boolean;
}

/**
 * A structural schema of Kubernetes as JSON Schema that refuses every key it does not name, as an API server with
 * strict field validation does.
 *
 * @internal
 */
export function closeSchema(schema: unknown, options: Options = {}): Schema {
  if (!isRecord(schema)) return {};
  const { inJunctor = false } = options;
  const closed: Schema = {};
  for (const keyword of KEPT) {
    if (schema[keyword] !== undefined) closed[keyword] = schema[keyword];
  }
  const keepsUnknown = schema['x-kubernetes-preserve-unknown-fields'] === true;
  closeType(schema, closed);
  const pattern = schema.pattern;
  if (typeof pattern === 'string' && isPattern(pattern)) {
    closed.pattern = pattern;
  }
  const properties = isRecord(schema.properties)
    ? schema.properties
    : undefined;
  if (properties) {
    closed.properties = Object.fromEntries(
      Object.entries(properties).map(([key, value]) => [
        key,
        closeSchema(value, { inJunctor }),
      ]),
    );
  }
  const required = listAt(schema, 'required').filter(
    key => !hasDefault(properties?.[String(key)]),
  );
  if (required.length > 0) closed.required = required;
  if (isRecord(schema.items)) {
    closed.items = closeSchema(schema.items, {
      inJunctor,
      isOpen: keepsUnknown,
    });
  }
  for (const junctor of JUNCTORS) {
    const parts = listAt(schema, junctor);
    if (parts.length > 0) {
      closed[junctor] = parts.map(part =>
        closeSchema(part, { inJunctor: true }),
      );
    }
  }
  if (isRecord(schema.not)) {
    closed.not = closeSchema(schema.not, { inJunctor: true });
  }
  if (isRecord(schema.additionalProperties)) {
    closed.additionalProperties = closeSchema(schema.additionalProperties, {
      inJunctor,
    });
  } else if (
    schema.type === 'object' &&
    schema.additionalProperties !== true &&
    !inJunctor &&
    !keepsUnknown &&
    !options.isOpen
  ) {
    closed.additionalProperties = false;
  }
  if (schema['x-kubernetes-embedded-resource'] === true) {
    closed.properties = {
      apiVersion: { type: 'string' },
      kind: { type: 'string' },
      metadata: { type: 'object' },
      ...(isRecord(closed.properties) ? closed.properties : {}),
    };
  }
  return closed;
}

function closeType(schema: Schema, closed: Schema): void {
  if (schema['x-kubernetes-int-or-string'] === true) {
    closed.type = ['integer', 'string'];
  } else if (typeof schema.type === 'string') {
    closed.type = schema.type;
  }
  if (schema.nullable === true) {
    if (closed.type) closed.type = [closed.type, 'null'].flat();
    if (Array.isArray(closed.enum)) closed.enum = [...closed.enum, null];
  }
}

/** A server fills such a field before it asks whether it is there. */
function hasDefault(schema: unknown): boolean {
  return isRecord(schema) && schema.default !== undefined;
}

/** Go's regular expressions know a little that JavaScript's do not: what cannot be compiled is not checked. */
function isPattern(pattern: string): boolean {
  try {
    return Boolean(new RegExp(pattern));
  } catch {
    return false;
  }
}
