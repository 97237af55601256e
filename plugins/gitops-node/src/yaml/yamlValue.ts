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

import { isAlias, isScalar, type Document } from 'yaml';
import { YamlEditError } from './YamlEditError';

/**
 * The plain value of a document, with aliases and merge keys resolved.
 * @internal
 */
export function documentValue(document: Document | undefined): unknown {
  try {
    return document?.toJS() ?? null;
  } catch (error) {
    // Such as an alias that expands without bound, or a merge of something that is not a mapping.
    throw new YamlEditError({
      path: '',
      problem: `the file cannot be read: ${
        error instanceof Error ? error.message : error
      }`,
      remedy: 'Correct the file first',
    });
  }
}

/**
 * The name under which a mapping's key appears in the plain value; `undefined` for merge keys and complex keys.
 * @internal
 */
export function keyName(key: unknown, document: Document): string | undefined {
  const node = isAlias(key) ? key.resolve(document) : key;
  if (!isScalar(node) || typeof node.value === 'symbol') {
    return undefined;
  }
  return node.value === null ? '' : String(node.value);
}

/**
 * The value at a path of names and indexes.
 * @internal
 */
export function valueAt(value: unknown, path: (string | number)[]): unknown {
  return path.reduce<unknown>((current, key) => {
    if (current instanceof Map) {
      return current.get(key);
    }
    return typeof current === 'object' && current !== null
      ? Reflect.get(current, key)
      : undefined;
  }, value);
}

/**
 * A value with another one at a path. What the path does not lead through is shared with the old value,
 * what it leads through is copied, so that an alias elsewhere keeps its value.
 * @internal
 */
export function withValueAt(
  value: unknown,
  path: (string | number)[],
  replacement: unknown,
): unknown {
  if (path.length === 0) {
    return replacement;
  }
  const [key, ...rest] = path;
  if (Array.isArray(value)) {
    const copy = [...value];
    copy[Number(key)] = withValueAt(copy[Number(key)], rest, replacement);
    return copy;
  }
  const copy = new Map(Object.entries(value ?? {}));
  copy.set(String(key), withValueAt(copy.get(String(key)), rest, replacement));
  return Object.fromEntries(copy);
}

/**
 * A value without the key or item at a path.
 * @internal
 */
export function withoutValueAt(
  value: unknown,
  path: (string | number)[],
): unknown {
  const parentPath = path.slice(0, -1);
  const last = path[path.length - 1];
  const parent = valueAt(value, parentPath);
  const shortened = Array.isArray(parent)
    ? parent.filter((_, index) => index !== last)
    : Object.fromEntries(
        Object.entries(parent ?? {}).filter(([key]) => key !== last),
      );
  return withValueAt(value, parentPath, shortened);
}
