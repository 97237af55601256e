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

import type { FleetRow } from '../rows/FleetRow';
import type { Position, RowOrder } from './rowOrder';

/** Some rows, in order, and whether there are more behind them. */
export interface Page {
  rows: FleetRow[];
  more: boolean;
}

/**
 * The first rows behind a position. Only these are sorted: of ten thousand rows, most are told apart from the page by
 * one comparison.
 *
 * A page begins behind where the one before ended, and not after so many rows: what appears or goes meanwhile makes no
 * other row come twice or not at all.
 */
export function pageOf(
  rows: FleetRow[],
  order: RowOrder,
  options: { after?: Position; limit: number },
): Page {
  const { after, limit } = options;
  const page: Entry[] = [];
  const fromEnd = order.rowsCome === 'from the end';
  for (let seen = 0; seen < rows.length; seen += 1) {
    const row = rows[fromEnd ? rows.length - 1 - seen : seen];
    const last = page.length > limit ? page[limit].position : undefined;
    if (last && isBehindAll(row, last, order)) {
      break;
    }
    if (
      (!after || order.compare(row, after) > 0) &&
      (!last || order.compare(row, last) < 0)
    ) {
      page.splice(placeOf(row, page, order), 0, {
        row,
        position: order.positionOf(row),
      });
      page.length = Math.min(page.length, limit + 1);
    }
  }
  return {
    rows: page.slice(0, limit).map(({ row }) => row),
    more: page.length > limit,
  };
}

interface Entry {
  row: FleetRow;
  position: Position;
}

/** Whether neither this row nor any that comes later belongs on the page. */
function isBehindAll(row: FleetRow, last: Position, order: RowOrder): boolean {
  return order.rowsCome !== 'any' && order.compareKeys(row, last) > 0;
}

function placeOf(row: FleetRow, page: Entry[], order: RowOrder): number {
  let low = 0;
  let high = page.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (order.compare(row, page[middle].position) < 0) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}
