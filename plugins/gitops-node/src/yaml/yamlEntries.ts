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
  type CST,
  isAlias,
  isCollection,
  isPair,
  type Node,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';

/**
 * Where a pair of a mapping or an item of a sequence stands in the text.
 * @internal
 */
export interface YamlEntry {
  /** The first byte, of a `-`, a `?`, an anchor, a tag or the key itself. */
  start: number;
  /** After the last byte, without what trails it (comments, commas, white space). */
  end: number;
  /** Where an absent value would go: after the `:` or `-` and any anchor or tag. */
  valueStart: number;
  /** Whether there is a `:` or a `-` already. */
  indicated: boolean;
  /** Flow collections only: where the comma after the entry stands. */
  comma?: number;
}

type Tokens = CST.SourceToken[] | undefined;

const TRIVIA = new Set(['space', 'comment', 'newline', 'comma']);

/**
 * Whether a node is there in the text; `key:` and `-` have values that are not.
 * @internal
 */
export function isWritten(node: unknown): node is Node {
  return (
    (isCollection(node) && Boolean(node.range)) ||
    isAlias(node) ||
    Boolean(
      node && typeof node === 'object' && 'srcToken' in node && node.srcToken,
    )
  );
}

/**
 * Whether a node is a collection in block style.
 * @internal
 */
export function isBlockCollection(node: unknown): node is YAMLMap | YAMLSeq {
  return isCollection(node) && !node.flow;
}

/**
 * Where a node's own content ends; what trails it in its line is not part of it,
 * nor are empty lines after a block scalar that does not keep them.
 * @internal
 */
export function contentEnd(node: Node): number {
  if (isBlockCollection(node)) {
    const entries = yamlEntries(node);
    return entries[entries.length - 1]?.end ?? node.range?.[1] ?? 0;
  }
  const end = node.range?.[1] ?? 0;
  const token = node.srcToken;
  if (token?.type !== 'block-scalar' || /^[|>]\d?\+/.test(blockHeader(token))) {
    return end;
  }
  const emptyLines = /\n((?:\r?\n)+)$/.exec(token.source);
  return end - (emptyLines?.[1].length ?? 0);
}

/**
 * The header of a block scalar, such as `|-`.
 * @internal
 */
export function blockHeader(token: CST.BlockScalar): string {
  const header = token.props.find(({ type }) => type === 'block-scalar-header');
  return header && 'source' in header ? header.source : '';
}

/**
 * Where each entry of a collection stands.
 * @internal
 */
export function yamlEntries(collection: YAMLMap | YAMLSeq): YamlEntry[] {
  const tokens = collectionItems(collection);
  return tokens.map((item, index) => {
    const node: unknown = collection.items[index];
    const { key, value } = isPair(node)
      ? node
      : { key: undefined, value: node };
    const lastSign = lastSignificant(item.sep) ?? lastSignificant(item.start);
    const keyEnd = isWritten(key) ? contentEnd(key) : 0;
    const signEnd = lastSign ? lastSign.offset + lastSign.source.length : 0;
    const valueStart = Math.max(signEnd, keyEnd);
    return {
      start: entryStart(item),
      end: isWritten(value) ? contentEnd(value) : valueStart,
      valueStart,
      indicated: [...(item.sep ?? []), ...item.start].some(
        ({ type }) => type === 'map-value-ind' || type === 'seq-item-ind',
      ),
      comma: commaOf(collection, index),
    };
  });
}

function collectionItems(collection: YAMLMap | YAMLSeq): CST.CollectionItem[] {
  const token = collection.srcToken;
  if (!token || !('items' in token)) {
    // `[a: 1]`: the mapping has no token of its own.
    return collection.items.flatMap(item =>
      isPair(item) && item.srcToken ? [item.srcToken] : [],
    );
  }
  return token.items
    .slice(0, collection.items.length)
    .map(item => ({ ...item, start: item.start ?? [] } as CST.CollectionItem));
}

function commaOf(collection: YAMLMap | YAMLSeq, index: number) {
  const token = collection.srcToken;
  if (!token || token.type !== 'flow-collection') {
    return undefined;
  }
  return token.items[index + 1]?.start?.find(({ type }) => type === 'comma')
    ?.offset;
}

function entryStart(item: CST.CollectionItem): number {
  const sign = item.start.find(({ type }) => !TRIVIA.has(type));
  const first = sign ?? item.key ?? item.sep?.[0] ?? item.value;
  return first?.offset ?? 0;
}

function lastSignificant(tokens: Tokens): CST.SourceToken | undefined {
  return tokens?.filter(({ type }) => !TRIVIA.has(type)).pop();
}
