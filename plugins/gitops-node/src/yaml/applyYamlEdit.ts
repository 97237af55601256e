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
import { isDeepStrictEqual } from 'node:util';
import { isMap, isSeq } from 'yaml';
import { checkYamlChange } from './checkYamlChange';
import { listDifferences } from './listDifferences';
import { locateYaml, YamlPathProblem, type YamlLocation } from './locateYaml';
import { hasMergeKey, refuseShared } from './refuseShared';
import { create, overwrite, remove, type YamlChange } from './YamlChange';
import type { YamlEditContext } from './YamlEditContext';
import { parseYamlSource, type YamlSource } from './YamlSource';
import { yamlStyle } from './YamlStyle';
import type { YamlPathSegment } from './YamlEdit';
import { documentValue, valueAt } from './yamlValue';

/**
 * An edit whose path is parsed and whose document exists.
 * @internal
 */
export interface ResolvedYamlEdit {
  op: 'set' | 'append' | 'remove';
  path: YamlPathSegment[];
  value: JsonValue;
  document: number;
}

/**
 * Applies one edit. A mapping or list that replaces another is written as the edits in which they differ.
 * @internal
 */
export function applyYamlEdit(text: string, edit: ResolvedYamlEdit): string {
  const source = parseYamlSource(text);
  const document = source.documents[edit.document];
  const root = documentValue(document);
  const location = locateYaml(document, edit.path);
  const exists = location.missing.length === 0;
  const current = exists ? valueAt(root, location.valuePath) : undefined;
  const context = {
    text,
    document,
    style: yamlStyle(source, document),
    location,
  };

  if (edit.op === 'remove') {
    return exists
      ? finish(source, edit, context, true, () =>
          remove(context, locateYaml(document, edit.path.slice(0, -1)), root),
        )
      : unmerged(text, location, root);
  }
  if (edit.op === 'append') {
    return append(source, edit, context, root, current);
  }
  if (exists && isDeepStrictEqual(current, edit.value)) {
    return text;
  }
  const parts = exists ? differences(location, current, edit.value) : undefined;
  if (parts) {
    return parts.reduce(
      (result, part) =>
        applyYamlEdit(result, { ...part, document: edit.document }),
      text,
    );
  }
  if (!exists) {
    refuseHiding(location, root);
  }
  return finish(source, edit, context, exists, () =>
    exists
      ? overwrite(context, root, edit.value)
      : create(context, root, edit.value),
  );
}

function append(
  source: YamlSource,
  edit: ResolvedYamlEdit,
  context: YamlEditContext,
  root: unknown,
  current: unknown,
): string {
  const { location } = context;
  if (location.missing.length > 0) {
    refuseHiding(location, root);
    return finish(source, edit, context, false, () =>
      create(context, root, [edit.value]),
    );
  }
  if (current === null) {
    return finish(source, edit, context, true, () =>
      overwrite(context, root, [edit.value]),
    );
  }
  if (!Array.isArray(current)) {
    throw new YamlPathProblem(
      'there is something that is not a list, so nothing can be appended',
      'Name a list, or set the value',
      location.slot.node,
    );
  }
  if (current.some(item => isDeepStrictEqual(item, edit.value))) {
    return source.text;
  }
  return applyYamlEdit(source.text, {
    ...edit,
    op: 'set',
    path: [...location.valuePath, current.length],
  });
}

function finish(
  source: YamlSource,
  edit: ResolvedYamlEdit,
  context: YamlEditContext,
  replacesWhole: boolean,
  change: () => YamlChange,
): string {
  if (context.document) {
    refuseShared(context.document, context.location, replacesWhole);
  }
  return checkYamlChange(source, edit.document, change());
}

function differences(
  location: YamlLocation,
  current: unknown,
  value: JsonValue,
): Omit<ResolvedYamlEdit, 'document'>[] | undefined {
  const { slot, valuePath } = location;
  if (isSeq(slot.node) && Array.isArray(current) && Array.isArray(value)) {
    return current.length > 0 && value.length > 0
      ? listDifferences(valuePath, current, value)
      : undefined;
  }
  if (
    !isMap(slot.node) ||
    !isFilledObject(value) ||
    slot.node.items.length === 0
  ) {
    return undefined;
  }
  const gone = Object.keys(current ?? {}).filter(key => !(key in value));
  return [
    ...Object.entries(value).map(([key, item]) => ({
      op: 'set' as const,
      path: [...valuePath, key],
      value: item ?? null,
    })),
    ...gone.map(key => ({
      op: 'remove' as const,
      path: [...valuePath, key],
      value: null,
    })),
  ];
}

function isFilledObject(value: JsonValue): value is JsonObject {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.keys(value).length > 0
  );
}

/** Nothing to remove, unless it is there by `<<`. */
function unmerged(text: string, location: YamlLocation, root: unknown): string {
  if (location.missing.length === 1 && mergedIn(location, root) !== undefined) {
    throw new YamlPathProblem(
      'the key comes from another mapping by <<, so it cannot be removed here',
      'Remove it where the anchor is, or set another value here',
      location.slot.node,
    );
  }
  return text;
}

/** A key below a merged-in mapping would hide the mapping's other keys. */
function refuseHiding(location: YamlLocation, root: unknown): void {
  if (location.missing.length > 1 && mergedIn(location, root) !== undefined) {
    throw new YamlPathProblem(
      `'${location.missing[0]}' comes from another mapping by <<, and a part of it cannot be changed here alone`,
      `Set the whole of '${location.missing[0]}' here, or edit it where the anchor is`,
      location.slot.node,
    );
  }
}

function mergedIn(location: YamlLocation, root: unknown): unknown {
  const { slot, missing, valuePath } = location;
  return hasMergeKey(slot.node)
    ? valueAt(root, [...valuePath, String(missing[0])])
    : undefined;
}

/**
 * The value of an edit as JSON has it.
 * @throws InputError for what JSON cannot hold.
 * @internal
 */
export function jsonValue(value: unknown, path: string): JsonValue {
  const text = JSON.stringify(value);
  if (text === undefined || !isDeepStrictEqual(JSON.parse(text), value)) {
    throw new InputError(
      `The value for '${path}' is not plain JSON. Pass text, a number, true, false, null, a list or an object.`,
    );
  }
  return JSON.parse(text);
}
