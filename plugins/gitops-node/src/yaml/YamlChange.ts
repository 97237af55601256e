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
import { isMap, isSeq } from 'yaml';
import { insertEntry } from './insertEntry';
import { YamlPathProblem, type YamlLocation } from './locateYaml';
import { removeEntry } from './removeEntry';
import type { Splice } from './Splice';
import { writeValue } from './writeValue';
import { isInFlow, type YamlEditContext } from './YamlEditContext';
import type { YamlPathSegment } from './YamlEdit';
import { withoutValueAt, withValueAt } from './yamlValue';

/**
 * One change in one place: the bytes to replace, and what the document's value is then.
 * @internal
 */
export interface YamlChange {
  splices: Splice[];
  expected: unknown;
}

/**
 * Writes a value over the one of a slot.
 * @internal
 */
export function overwrite(
  context: YamlEditContext,
  root: unknown,
  value: JsonValue,
): YamlChange {
  return {
    splices: writeValue(context, value),
    expected: withValueAt(root, context.location.valuePath, value),
  };
}

/**
 * Writes a value where the rest of the path is missing, and with it the parents that are.
 * @internal
 */
export function create(
  context: YamlEditContext,
  root: unknown,
  value: JsonValue,
): YamlChange {
  const { slot, missing, valuePath } = context.location;
  const { node } = slot;
  if (!isMap(node) && !isSeq(node)) {
    return overwrite(context, root, nested(missing, value));
  }
  const key = isSeq(node) ? node.items.length : String(missing[0]);
  const content = isSeq(node)
    ? itemFor(missing[0], nested(missing.slice(1), value))
    : nested(missing.slice(1), value);
  if (node.items.length === 0 && !isInFlow(context) && isBlank(context)) {
    // `{}` and `[]` open up into lines of their own.
    return overwrite(
      context,
      root,
      isSeq(node) ? [content] : { [key]: content },
    );
  }
  return {
    splices: insertEntry(
      context,
      node,
      isSeq(node) ? undefined : String(key),
      content,
    ),
    expected: withValueAt(root, [...valuePath, key], content),
  };
}

/**
 * Removes the entry of a location; `parent` is the location of its collection.
 * @internal
 */
export function remove(
  context: YamlEditContext,
  parent: YamlLocation,
  root: unknown,
): YamlChange {
  const { slot, valuePath } = context.location;
  if (!slot.parent) {
    throw new YamlPathProblem(
      'the path is empty, which is the whole document',
      'Name the key or the item to remove',
    );
  }
  const splices =
    slot.parent.items.length === 1
      ? writeValue(
          { ...context, location: parent },
          isSeq(slot.parent) ? [] : {},
        )
      : removeEntry(context, slot.parent, slot.index);
  return { splices, expected: withoutValueAt(root, valuePath) };
}

function isBlank({ text, location }: YamlEditContext): boolean {
  const range = location.slot.node?.range;
  return !range || !text.slice(range[0] + 1, range[1] - 1).trim();
}

function nested(path: YamlPathSegment[], value: JsonValue): JsonValue {
  return path.reduceRight<JsonValue>((content, segment) => {
    if (typeof segment === 'string') {
      return { [segment]: content };
    }
    if (typeof segment === 'number' && segment > 0) {
      throw new YamlPathProblem(
        `there is no list yet, so there is no place for item ${segment}`,
        'Use the index 0, or append',
      );
    }
    return [itemFor(segment, content)];
  }, value);
}

function itemFor(segment: YamlPathSegment, content: JsonValue): JsonValue {
  if (typeof segment !== 'object') {
    return content;
  }
  if (
    typeof content !== 'object' ||
    content === null ||
    Array.isArray(content)
  ) {
    throw new YamlPathProblem(
      'no item matches the selector, and a new one would have to be a mapping',
      'Set a key below the selector, as in list[name=web].value',
    );
  }
  return { ...segment, ...content };
}
