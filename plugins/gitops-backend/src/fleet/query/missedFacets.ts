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

import type { Owners } from '../rows/FleetRow';
import type { Traits } from '../rows/Traits';
import { FACETS, ownersIn, type Facet, type FleetFilter } from './FleetFilter';

/** Which facets' filters do not let a row through. */
export type MissedFacets = (
  traits: Traits,
  owners: Owners | undefined,
) => Facet[];

/** `undefined` where every row gets through. */
export function missedFacets(
  values: FleetFilter['values'],
): MissedFacets | undefined {
  const tests = FACETS.flatMap(facet => {
    const chosen = values[facet];
    return chosen?.length ? [{ facet, chosen: new Set(chosen) }] : [];
  });
  return tests.length === 0
    ? undefined
    : (traits, owners) =>
        tests
          .filter(({ facet, chosen }) =>
            facet === 'owner'
              ? !ownersIn(owners).some(owner => chosen.has(owner))
              : !chosen.has(traits[facet]),
          )
          .map(({ facet }) => facet);
}
