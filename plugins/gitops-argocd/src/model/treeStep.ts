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

import type { ResourceRow } from './visibleRows';

/** What a key does in a tree: goes to another row, or folds or unfolds the present one. */
export type TreeStep =
  | { focus: number }
  | { fold: string }
  | { unfold: string };

/**
 * What a key does at a row, as the treegrid pattern of the ARIA Authoring Practices has it; `undefined` where the tree
 * does not care for the key.
 */
export function treeStep(
  rows: ResourceRow[],
  index: number,
  key: string,
): TreeStep | undefined {
  const row = rows[index];
  if (!row) {
    return undefined;
  }
  const { uid } = row.resource;
  switch (key) {
    case 'ArrowDown':
      return { focus: Math.min(index + 1, rows.length - 1) };
    case 'ArrowUp':
      return { focus: Math.max(index - 1, 0) };
    case 'Home':
      return { focus: 0 };
    case 'End':
      return { focus: rows.length - 1 };
    case 'ArrowRight':
      if (row.expanded === false) {
        return { unfold: uid };
      }
      return { focus: row.expanded ? index + 1 : index };
    case 'ArrowLeft':
      if (row.expanded) {
        return { fold: uid };
      }
      return { focus: ownerOf(rows, index) };
    default:
      return undefined;
  }
}

function ownerOf(rows: ResourceRow[], index: number): number {
  const { parent } = rows[index];
  const owner = rows.findIndex(({ resource }) => resource.uid === parent?.uid);
  return parent && owner >= 0 ? owner : index;
}
