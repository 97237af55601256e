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

import type { Document, ParsedNode } from 'yaml';
import type { YamlLocation } from './locateYaml';
import { columnOf } from './sourceLines';
import { yamlEntries, type YamlEntry } from './yamlEntries';
import type { YamlStyle } from './YamlStyle';

/**
 * What the functions that make splices look at.
 * @internal
 */
export interface YamlEditContext {
  text: string;
  document: Document.Parsed<ParsedNode> | undefined;
  style: YamlStyle;
  location: YamlLocation;
}

/**
 * Whether a location is inside of `{ }` or `[ ]`.
 * @internal
 */
export function isInFlow({ location }: YamlEditContext): boolean {
  return location.parents.some(parent => parent.flow);
}

/**
 * The entry that holds a location's value; `undefined` for a document's root.
 * @internal
 */
export function slotEntry({
  location: { slot },
}: YamlEditContext): YamlEntry | undefined {
  return slot.parent && yamlEntries(slot.parent)[slot.index];
}

/**
 * The column in which the location's value would begin as a block collection.
 * @internal
 */
export function blockColumn(context: YamlEditContext, isList: boolean): number {
  const { text, style, location } = context;
  const entry = slotEntry(context);
  if (!entry || !location.slot.parent) {
    return 0;
  }
  const column = columnOf(text, entry.start);
  if (location.slot.parent.srcToken?.type === 'block-seq') {
    return column + 2;
  }
  return column + (isList ? style.seqIndent : style.mapIndent);
}
