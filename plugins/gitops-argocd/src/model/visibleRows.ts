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

import { isWell } from './filterResources';
import type { PlacedResource } from './resourceTree';

// What a reader takes in; beyond it, what is well is folded away.
const ALL_OPEN = 100;

/** A resource of the tree as a row. */
export type ResourceRow = PlacedResource & {
  /** Whether it owns others; `undefined` where it does not. */
  expanded?: boolean;
};

/** The rows of a tree, without those below a resource that is folded. */
export function visibleRows(
  placed: PlacedResource[],
  folded: ReadonlySet<string>,
): ResourceRow[] {
  const rows: ResourceRow[] = [];
  let hiddenBelow = Infinity;
  placed.forEach((entry, index) => {
    if (entry.depth > hiddenBelow) {
      return;
    }
    const { uid } = entry.resource;
    const owns = (placed[index + 1]?.depth ?? 0) > entry.depth;
    hiddenBelow = owns && folded.has(uid) ? entry.depth : Infinity;
    rows.push({ ...entry, expanded: owns ? !folded.has(uid) : undefined });
  });
  return rows;
}

/** The owners in a tree. */
export function foldable(placed: PlacedResource[]): string[] {
  return placed
    .filter((entry, index) => (placed[index + 1]?.depth ?? 0) > entry.depth)
    .map(({ resource }) => resource.uid);
}

/** What to fold at first: in a large tree, each owner below which everything is well. */
export function foldedAtFirst(placed: PlacedResource[]): Set<string> {
  if (placed.length <= ALL_OPEN) {
    return new Set();
  }
  const folded = new Set(foldable(placed));
  const byUid = new Map(placed.map(entry => [entry.resource.uid, entry]));
  for (const entry of placed) {
    if (!isWell(entry.resource)) {
      let owner = entry.parent;
      while (owner && folded.delete(owner.uid)) {
        owner = byUid.get(owner.uid)?.parent;
      }
    }
  }
  return folded;
}
