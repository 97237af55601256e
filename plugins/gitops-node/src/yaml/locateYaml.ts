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

import {
  isAlias,
  isCollection,
  isMap,
  isPair,
  isSeq,
  type Document,
  type Node,
  type ParsedNode,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { YamlPathSegment } from './YamlEdit';
import { isWritten } from './yamlEntries';
import { keyName } from './yamlValue';

/**
 * A place that holds a value: a document's root, or an entry of a collection.
 * @internal
 */
export interface YamlSlot {
  /** `undefined` for the root. */
  parent?: YAMLMap | YAMLSeq;
  /** Index of the entry in its parent. */
  index: number;
  /** The value, where one is written. */
  node?: Node;
}

/**
 * How far a path leads into a document.
 * @internal
 */
export interface YamlLocation {
  slot: YamlSlot;
  /** The collections on the way to the slot, outermost first. */
  parents: (YAMLMap | YAMLSeq)[];
  /** The slot's place in the plain value. */
  valuePath: (string | number)[];
  /** What of the path is not there yet. */
  missing: YamlPathSegment[];
}

/**
 * Why a path cannot be followed.
 * @internal
 */
export class YamlPathProblem extends Error {
  constructor(message: string, readonly remedy: string, readonly node?: Node) {
    super(message);
  }
}

/**
 * Follows a path as far as there is something.
 * @internal
 */
export function locateYaml(
  document: Document.Parsed<ParsedNode> | undefined,
  path: YamlPathSegment[],
): YamlLocation {
  const root = document?.contents ?? undefined;
  let slot: YamlSlot = { index: 0, node: isWritten(root) ? root : undefined };
  const parents: (YAMLMap | YAMLSeq)[] = [];
  const valuePath: (string | number)[] = [];
  for (const [at, segment] of path.entries()) {
    const found = document && entryOf(slot.node, segment, document);
    if (!found) {
      return { slot, parents, valuePath, missing: path.slice(at) };
    }
    const item: unknown = found.parent.items[found.index];
    const node = isPair(item) && isMap(found.parent) ? item.value : item;
    slot = { ...found, node: isWritten(node) ? node : undefined };
    parents.push(found.parent);
    valuePath.push(found.key);
  }
  return { slot, parents, valuePath, missing: [] };
}

function entryOf(
  node: Node | undefined,
  segment: YamlPathSegment,
  document: Document,
) {
  if (isAlias(node)) {
    throw new YamlPathProblem(
      `the path leads through the alias *${node.source}, whose value belongs to another place`,
      `Edit the value at its anchor &${node.source}, or replace the alias as a whole`,
      node,
    );
  }
  if (isMap(node)) {
    return pairOf(node, segment, document);
  }
  if (isSeq(node)) {
    return itemOf(node, segment);
  }
  if (node) {
    throw new YamlPathProblem(
      'the path leads into a single value, which has nothing below it',
      'Shorten the path, or set the whole value',
      node,
    );
  }
  return undefined;
}

function pairOf(map: YAMLMap, segment: YamlPathSegment, document: Document) {
  if (typeof segment === 'object') {
    throw new YamlPathProblem(
      'a [field=value] selector stands where the file has a mapping, not a list',
      'Name the key instead',
      map,
    );
  }
  const key = String(segment);
  const index = map.items.findIndex(
    pair => keyName(pair.key, document) === key,
  );
  return index < 0 ? undefined : { parent: map, index, key };
}

function itemOf(seq: YAMLSeq, segment: YamlPathSegment) {
  const index = itemIndex(seq, segment);
  if (index > seq.items.length) {
    throw new YamlPathProblem(
      `the list has ${seq.items.length} items, there is no place for number ${index}`,
      `Use an index up to ${seq.items.length}, which appends`,
      seq,
    );
  }
  return index < 0 || index === seq.items.length
    ? undefined
    : { parent: seq, index, key: index };
}

function itemIndex(seq: YAMLSeq, segment: YamlPathSegment): number {
  if (typeof segment !== 'object') {
    if (!/^\d+$/.test(String(segment))) {
      throw new YamlPathProblem(
        `the file has a list where the path names the key '${segment}'`,
        'Use an index like [0] or a selector like [name=web]',
        seq,
      );
    }
    return Number(segment);
  }
  const matches = seq.items.flatMap((item, index) =>
    isCollection(item) &&
    Object.entries(segment).every(
      ([field, wanted]) => String(item.get(field)) === wanted,
    )
      ? [index]
      : [],
  );
  if (matches.length > 1) {
    throw new YamlPathProblem(
      `${matches.length} items of the list match the selector`,
      'Use an index like [0] to say which one',
      seq,
    );
  }
  return matches[0] ?? -1;
}
