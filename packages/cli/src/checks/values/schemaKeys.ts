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

const JUNCTORS = ['allOf', 'anyOf', 'oneOf'];

/**
 * A schema and all that it refers to or combines: each may name keys.
 *
 * @internal
 */
export function resolveSchemas(
  schema: unknown,
  root: Schema,
  seen = new Set<unknown>(),
): Schema[] {
  if (!isRecord(schema) || seen.has(schema)) return [];
  seen.add(schema);
  const reference =
    typeof schema.$ref === 'string' ? lookUp(schema.$ref, root) : undefined;
  return [
    schema,
    ...resolveSchemas(reference, root, seen),
    ...JUNCTORS.flatMap(junctor =>
      listAt(schema, junctor).flatMap(part => resolveSchemas(part, root, seen)),
    ),
  ];
}

/** What a schema says about the value of a key; nothing where it does not name it. @internal */
export function childSchemas(
  schema: Schema,
  key: string,
  root: Schema,
): Schema[] {
  if (isRecord(schema.properties) && Object.hasOwn(schema.properties, key)) {
    return resolveSchemas(schema.properties[key], root).concat(
      schema.properties[key] === true ? [{}] : [],
    );
  }
  return isRecord(schema.additionalProperties)
    ? resolveSchemas(schema.additionalProperties, root)
    : [];
}

/** The keys a schema names itself. @internal */
export function propertyNames(schema: Schema): string[] {
  return isRecord(schema.properties) ? Object.keys(schema.properties) : [];
}

/** No schema of a chart refers to another address, so a reference is a pointer into its own root. */
function lookUp(reference: string, root: Schema): unknown {
  if (!reference.startsWith('#')) return undefined;
  let at: unknown = root;
  for (const part of reference.slice(1).split('/').filter(Boolean)) {
    const key = decodeURIComponent(part)
      .replace(/~1/g, '/')
      .replace(/~0/g, '~');
    at = isRecord(at) ? at[key] : undefined;
  }
  return at;
}
