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

const LONGEST = 80;

/** Where a value may be a credential, only its type is told. */
const SECRET = /\.(auth|headers|proxy)(\.|$)/;

/** The user and password of an address. */
const CREDENTIALS = /(\/\/)\S*@/g;

/** What we use of an issue of zod; its own type stands in a namespace, which API reports cannot show. */
type Issue = {
  code?: string;
  path: PropertyKey[];
  message: string;
  keys?: string[];
};

/**
 * A sentence that names the key, what was found there, and what is expected, as {@link expected} has it.
 * @public
 */
export function describeIssue(
  root: string,
  data: JsonValue,
  issue: Issue,
): string {
  if (issue.code === 'unrecognized_keys' && issue.keys) {
    const key = keyOf(root, [...issue.path, issue.keys[0]]);
    return `${key}: there is no such key${unknownKeyHint(issue.keys)}`;
  }
  const key = keyOf(root, issue.path);
  const found = describeValue(valueAt(data, issue.path), SECRET.test(key));
  return `${key}: found ${found}, expected ${issue.message}`;
}

function unknownKeyHint(keys: string[]): string {
  const others = keys.slice(1).map(key => `'${key}'`);
  return others.length > 0 ? `, nor ${others.join(', ')}` : '';
}

function keyOf(root: string, path: PropertyKey[]): string {
  return path.reduce<string>(
    (key, part) =>
      typeof part === 'number' ? `${key}[${part}]` : `${key}.${String(part)}`,
    root,
  );
}

function valueAt(
  data: JsonValue | undefined,
  path: PropertyKey[],
): JsonValue | undefined {
  return path.reduce<JsonValue | undefined>((value, part) => {
    if (Array.isArray(value)) {
      return value[Number(part)];
    }
    return typeof value === 'object' && value !== null
      ? value[String(part)]
      : undefined;
  }, data);
}

function describeValue(value: JsonValue | undefined, secret: boolean): string {
  if (value === undefined || value === null) {
    return 'nothing';
  }
  if (value === '') {
    return 'an empty text';
  }
  if (Array.isArray(value)) {
    return 'a list';
  }
  if (typeof value === 'object') {
    const keys = Object.keys(value).join(', ');
    return keys ? `an object with ${keys}` : 'an empty object';
  }
  if (secret) {
    return `a ${typeof value}`;
  }
  const shown =
    typeof value === 'string'
      ? `'${value.replace(CREDENTIALS, '$1…@')}'`
      : String(value);
  return shown.length > LONGEST ? `${shown.slice(0, LONGEST)}…` : shown;
}
