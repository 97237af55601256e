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
import { isScalar } from 'yaml';
import { lineSplice } from './lineSplice';
import { renderFlow } from './renderCollection';
import { renderForSlot, type RenderedValue } from './renderForSlot';
import { renderScalar } from './renderScalar';
import type { Splice } from './Splice';
import { missingSign, valueRegion, type ValueRegion } from './valueRegion';
import { isInFlow, slotEntry, type YamlEditContext } from './YamlEditContext';

/**
 * Writes a value into a slot, over the one that is there.
 * @internal
 */
export function writeValue(
  context: YamlEditContext,
  value: JsonValue,
): Splice[] {
  if (isInFlow(context)) {
    return writeInFlow(context, value);
  }
  const region = valueRegion(context);
  const rendered = renderForSlot(context, value, region);
  const endsWithBreak = typeof value === 'string' && value.endsWith('\n');
  return slotEntry(context)
    ? [
        ...missingSign(context),
        inlineSplice(context, region, rendered.inline),
        ...linesSplice(context, region, rendered.lines, endsWithBreak),
      ]
    : writeRoot(context, region, rendered, endsWithBreak);
}

function writeInFlow(context: YamlEditContext, value: JsonValue): Splice[] {
  const { node } = context.location.slot;
  const text =
    typeof value === 'string' && isScalar(node)
      ? renderScalar(value, 'flow', node.type)
      : renderFlow(value);
  if (node?.range) {
    return [{ start: node.range[0], end: node.range[1], text }];
  }
  const at = slotEntry(context)?.valueStart ?? 0;
  return [...missingSign(context), { start: at, end: at, text: ` ${text}` }];
}

function writeRoot(
  context: YamlEditContext,
  region: ValueRegion,
  { inline, lines }: RenderedValue,
  endsWithBreak: boolean,
): Splice[] {
  const { start, end } = region.inline;
  if (start < end) {
    return [
      { start, end, text: inline ?? '' },
      ...linesSplice(context, region, lines, endsWithBreak),
    ];
  }
  const below = [inline, lines].filter(part => part !== undefined);
  return linesSplice(
    context,
    region,
    below.join(context.style.lineBreak),
    endsWithBreak,
  );
}

function inlineSplice(
  context: YamlEditContext,
  { inline: { start, end } }: ValueRegion,
  text: string | undefined,
): Splice {
  if (text !== undefined) {
    return { start, end, text: start === end ? ` ${text}` : text };
  }
  // The white space that separated the value goes with it.
  const from = slotEntry(context)?.valueStart ?? start;
  const kept = context.text.slice(from, start).trimEnd();
  return { start: from + kept.length, end, text: '' };
}

function linesSplice(
  { text, style }: YamlEditContext,
  { lines: { start, end } }: ValueRegion,
  lines: string | undefined,
  endsWithBreak: boolean,
): Splice[] {
  if (lines === undefined && start === end) {
    return [];
  }
  return [
    lineSplice({
      text,
      start,
      end,
      lines,
      lineBreak: style.lineBreak,
      endsWithBreak,
    }),
  ];
}
