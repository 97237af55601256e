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

import fc from 'fast-check';
import type { FleetViewer } from '../../permissions/FleetAccess';
import { fleetEntry } from '../__testUtils__/fleetRow';
import { toFleetApplication } from './toFleetApplication';
import { visibleRows } from './visibleRows';

const mine = {
  entityRef: 'component:default/mine',
  owners: ['group:default/a'],
};
const theirs = {
  entityRef: 'component:default/theirs',
  owners: ['group:default/b'],
};

/** Who reads which entities, is allowed what of them, and has the permission for the fleet. */
function viewer(options: {
  reads?: string[];
  owns?: string;
  fleet?: boolean;
}): FleetViewer {
  const { reads = ['mine', 'theirs'], owns, fleet = false } = options;
  return {
    reads: ref => reads.some(name => ref.endsWith(`/${name}`)),
    allows: ({ owners }) => owns === undefined || owners.includes(owns),
    fleet,
  };
}

describe('visibleRows', () => {
  const nobody = 'group:default/nobody';
  it.each<
    [string, (typeof mine)[], Parameters<typeof viewer>[0], string | undefined]
  >([
    ['claimed, readable, allowed', [mine], {}, 'mine'],
    ['claimed, readable, refused', [mine], { owns: nobody }, undefined],
    [
      'refused, with the fleet',
      [mine],
      { owns: nobody, fleet: true },
      undefined,
    ],
    ['claimed, unreadable', [mine], { reads: [] }, undefined],
    ['unreadable, with the fleet', [mine], { reads: [], fleet: true }, 'none'],
    ['unclaimed', [], {}, undefined],
    ['unclaimed, with the fleet', [], { fleet: true }, 'none'],
    ['claimed twice', [mine, theirs], {}, 'mine'],
    [
      'the first is unreadable',
      [mine, theirs],
      { reads: ['theirs'] },
      'theirs',
    ],
    [
      'the first is refused',
      [mine, theirs],
      { owns: 'group:default/b' },
      'theirs',
    ],
    [
      'one refused, one unreadable, with the fleet',
      [mine, theirs],
      { reads: ['mine'], owns: 'group:default/b', fleet: true },
      undefined,
    ],
  ])('%s', (_, claims, options, expected) => {
    const rows = visibleRows(
      [fleetEntry({ name: 'a' }, claims)],
      viewer(options),
    );
    expect(
      rows.map(row => {
        const { entityRef, owners } = toFleetApplication(row);
        return entityRef
          ? `${entityRef.split('/').pop()} of ${owners}`
          : `none of ${owners}`;
      }),
    ).toEqual(
      expected === undefined
        ? []
        : [
            {
              mine: 'mine of group:default/a',
              theirs: 'theirs of group:default/b',
              none: 'none of ',
            }[expected],
          ],
    );
  });

  it('leaves no trace of entities that the caller may not read', () => {
    const refs = ['a', 'b', 'c'].map(name => `component:default/${name}`);
    const claim = fc.record({
      entityRef: fc.constantFrom(...refs),
      owners: fc.subarray(['x', 'y']),
    });
    fc.assert(
      fc.property(
        fc.array(
          fc.uniqueArray(claim, { selector: ({ entityRef }) => entityRef }),
          { maxLength: 8 },
        ),
        fc.subarray(refs),
        fc.subarray(['x', 'y']),
        fc.boolean(),
        (claims, readable, owned, fleet) => {
          const seen = (all: typeof claims) =>
            visibleRows(
              all.map((one, index) =>
                fleetEntry({ name: `app-${index}` }, one),
              ),
              {
                reads: ref => readable.includes(ref),
                allows: ({ owners }) => owners.some(one => owned.includes(one)),
                fleet,
              },
            ).map(toFleetApplication);
          const without = claims.map(all =>
            all.filter(({ entityRef }) => readable.includes(entityRef)),
          );
          expect(seen(claims)).toEqual(seen(without));
        },
      ),
    );
  });
});
