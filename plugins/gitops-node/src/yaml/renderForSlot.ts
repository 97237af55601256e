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
import { isScalar, Scalar } from 'yaml';
import { isFilled, renderBlock, renderFlowLeaf } from './renderCollection';
import { literalBlock, renderLiteral } from './renderLiteral';
import { renderScalar } from './renderScalar';
import type { ValueRegion } from './valueRegion';
import { blockColumn, type YamlEditContext } from './YamlEditContext';
import { blockHeader } from './yamlEntries';

/**
 * A value as text in block style: what goes into the line of the key, and what into lines below it.
 * @internal
 */
export interface RenderedValue {
  inline?: string;
  lines?: string;
}

/**
 * Renders a value for its slot, in the style of the scalar that it replaces where that can hold it.
 * @internal
 */
export function renderForSlot(
  context: YamlEditContext,
  value: JsonValue,
  { compact, lines: { end } }: ValueRegion,
): RenderedValue {
  const { style, text } = context;
  const { node } = context.location.slot;
  const column = blockColumn(context, Array.isArray(value));
  if (isFilled(value)) {
    const lines = renderBlock(value, column, style);
    return compact ? { inline: lines } : { lines: ' '.repeat(column) + lines };
  }
  const indentOfComment = /^(?:[ \t]*\r?\n)*( *)#/.exec(text.slice(end))?.[1];
  if (
    typeof value === 'string' &&
    indentOfComment &&
    indentOfComment.length > column - style.mapIndent
  ) {
    // Below a literal, a comment that is indented would become text.
    const type = isScalar(node) ? node.type : undefined;
    return { inline: renderScalar(value, 'block', type) };
  }
  if (typeof value !== 'string' || !isScalar(node)) {
    const literal = renderLiteral(value, column, style.lineBreak);
    return literal
      ? { inline: literal.header, lines: literal.body }
      : { inline: renderFlowLeaf(value) };
  }
  const token = node.srcToken;
  if (token?.type === 'block-scalar') {
    const literal = literalBlock(
      value,
      bodyColumn(token.source) || column,
      style.lineBreak,
    );
    const folded =
      blockHeader(token).startsWith('>') && !value.slice(0, -1).includes('\n');
    return literal
      ? {
          inline: folded ? literal.header.replace('|', '>') : literal.header,
          lines: literal.body,
        }
      : { inline: renderScalar(value, 'block', Scalar.QUOTE_DOUBLE) };
  }
  const literal =
    node.type === Scalar.PLAIN
      ? renderLiteral(value, column, style.lineBreak)
      : undefined;
  return literal
    ? { inline: literal.header, lines: literal.body }
    : { inline: renderScalar(value, 'block', node.type) };
}

/** The least indentation of the lines that hold something. */
function bodyColumn(body: string): number {
  const indents = body
    .split('\n')
    .filter(line => line.trim())
    .map(line => line.length - line.trimStart().length);
  return indents.length > 0 ? Math.min(...indents) : 0;
}
