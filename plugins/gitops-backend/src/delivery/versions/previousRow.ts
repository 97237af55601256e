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

import type { DeliveryFacts } from '../facts/DeliveryFacts';
import type { VersionedRow } from '../rows/RowFacts';

/**
 * The row that a row's version comes from: of the nearest earlier environment in which something runs, on the cluster
 * where that was deployed last. `undefined` for the first environment, and for one that is not configured.
 */
export function previousRow<T extends VersionedRow>(
  { environment }: Pick<VersionedRow, 'environment'>,
  rows: T[],
  { environments }: Pick<DeliveryFacts, 'environments'>,
): T | undefined {
  const names = environments.map(({ name }) => name);
  const earlier = names.slice(0, Math.max(0, names.indexOf(environment)));
  return earlier
    .reverse()
    .map(name =>
      rows
        .filter(row => row.environment === name && row.version)
        .reduce<T | undefined>(
          (newest, row) =>
            newest && sinceOf(newest) >= sinceOf(row) ? newest : row,
          undefined,
        ),
    )
    .find(row => row !== undefined);
}

function sinceOf({ version }: VersionedRow): number {
  return Date.parse(version?.since ?? '') || 0;
}
