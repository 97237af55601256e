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

import type { JsonObject, JsonValue } from '@backstage/types';
import { renderLiteral } from './renderLiteral';
import { renderScalar } from './renderScalar';
import type { YamlStyle } from './YamlStyle';

/**
 * A value on one line, as it stands inside of `{ }` and `[ ]`.
 * @internal
 */
export function renderFlow(value: JsonValue | undefined): string {
  if (Array.isArray(value)) {
    return `[${value.map(renderFlow).join(', ')}]`;
  }
  if (isObject(value)) {
    const pairs = Object.entries(value).map(
      ([key, item]) => `${renderScalar(key, 'flow')}: ${renderFlow(item)}`,
    );
    return pairs.length > 0 ? `{ ${pairs.join(', ')} }` : '{}';
  }
  return renderScalar(value ?? null, 'flow');
}

/**
 * The lines of a collection in block style whose first key or `-` stands in `column`; the first line without its indentation.
 * @internal
 */
export function renderBlock(
  value: JsonValue[] | JsonObject,
  column: number,
  style: YamlStyle,
): string {
  const lines = Array.isArray(value)
    ? value.map(item => renderItem(item, column, style))
    : Object.entries(value).map(([key, item]) =>
        renderPair(key, item, column, style),
      );
  return lines.join(`${style.lineBreak}${' '.repeat(column)}`);
}

/**
 * `key: value` in block style, without the first line's indentation.
 * @internal
 */
export function renderPair(
  key: string,
  value: JsonValue | undefined,
  column: number,
  style: YamlStyle,
): string {
  const name = `${renderScalar(key, 'block')}:`;
  if (isFilled(value)) {
    const indent = Array.isArray(value) ? style.seqIndent : style.mapIndent;
    const below = column + indent;
    return `${name}${style.lineBreak}${' '.repeat(below)}${renderBlock(
      value,
      below,
      style,
    )}`;
  }
  return `${name} ${renderLeaf(value, column + style.mapIndent, style)}`;
}

/**
 * `- value` in block style, without the first line's indentation.
 * @internal
 */
export function renderItem(
  value: JsonValue | undefined,
  column: number,
  style: YamlStyle,
): string {
  return isFilled(value)
    ? `- ${renderBlock(value, column + 2, style)}`
    : `- ${renderLeaf(value, column + 2, style)}`;
}

/**
 * Whether a value is a collection with something in it, which block style writes on lines of its own.
 * @internal
 */
export function isFilled(
  value: JsonValue | undefined,
): value is JsonValue[] | JsonObject {
  return Array.isArray(value)
    ? value.length > 0
    : isObject(value) && Object.keys(value).length > 0;
}

function renderLeaf(
  value: JsonValue | undefined,
  column: number,
  style: YamlStyle,
): string {
  const literal = renderLiteral(value, column, style.lineBreak);
  return literal
    ? `${literal.header}${style.lineBreak}${literal.body}`
    : renderFlowLeaf(value);
}

/**
 * A scalar or an empty collection in block style.
 * @internal
 */
export function renderFlowLeaf(value: JsonValue | undefined): string {
  return typeof value === 'string'
    ? renderScalar(value, 'block')
    : renderFlow(value);
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
