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

import { VaultError } from '../http';
import { parseSeconds } from './goDuration';

type Fields = Record<string, unknown>;

function conversion(field: string, reason: string): VaultError {
  return VaultError.badRequest(
    `error converting input for field "${field}": ${reason}`,
  );
}

/** A whole number; texts are taken, too, as Vault's own field types do. */
export function readInt(fields: Fields, field: string): number | undefined {
  const value = fields[field];
  if (value === undefined || value === null) {
    return undefined;
  }
  const text = String(value);
  if (!/^-?\d+$/.test(text)) {
    throw conversion(
      field,
      `cannot parse '' as int: strconv.ParseInt: parsing "${text}": invalid syntax`,
    );
  }
  return Number(text);
}

/** A whole number of the query. */
export function readQueryInt(query: Fields, field: string): number | undefined {
  try {
    return readInt(query, field);
  } catch (error) {
    throw error instanceof VaultError
      ? VaultError.badRequest(`Field validation failed: ${error.message}`)
      : error;
  }
}

/** Seconds. */
export function readSeconds(fields: Fields, field: string): number | undefined {
  const value = fields[field];
  if (value === undefined || value === null) {
    return undefined;
  }
  try {
    return parseSeconds(value);
  } catch (error) {
    throw conversion(field, error instanceof Error ? error.message : '');
  }
}

export function readText(fields: Fields, field: string): string | undefined {
  const value = fields[field];
  return value === undefined || value === null ? undefined : String(value);
}

export function readFlag(fields: Fields, field: string): boolean | undefined {
  const value = fields[field];
  return value === undefined || value === null
    ? undefined
    : value === true || value === 'true';
}

/** A list, or one text with commas. */
export function readTexts(fields: Fields, field: string): string[] | undefined {
  const value = fields[field];
  if (value === undefined || value === null) {
    return undefined;
  }
  const items = Array.isArray(value) ? value : String(value).split(',');
  return items.map(item => String(item).trim()).filter(item => item !== '');
}

export function readMap(
  fields: Fields,
  field: string,
): Record<string, unknown> | undefined {
  const value = fields[field];
  if (value === undefined || value === null) {
    return undefined;
  }
  if (typeof value !== 'object' || Array.isArray(value)) {
    const type = Array.isArray(value) ? 'slice' : typeof value;
    throw conversion(field, `'' expected a map, got '${type}'`);
  }
  return Object.fromEntries(Object.entries(value));
}

/** A map whose values become texts. */
export function readTextMap(
  fields: Fields,
  field: string,
): Record<string, string> | undefined {
  const map = readMap(fields, field);
  return (
    map &&
    Object.fromEntries(
      Object.entries(map).map(([key, value]) => [key, String(value)]),
    )
  );
}

/** Numbers, however they are written: `[1, "2"]`, `"1,2"`. */
export function readInts(fields: Fields, field: string): number[] {
  return (readTexts(fields, field) ?? []).map(Number);
}
