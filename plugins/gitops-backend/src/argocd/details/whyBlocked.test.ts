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

import type { ArgoSyncWindow } from '@gitops-platform/backstage-plugin-gitops-node';
import { whyBlocked } from './whyBlocked';

const window = (differs: Partial<ArgoSyncWindow>): ArgoSyncWindow => ({
  kind: 'deny',
  schedule: '0 22 * * *',
  duration: '1h30m',
  manualSync: false,
  applications: [],
  namespaces: [],
  clusters: [],
  ...differs,
});
const now = new Date('2026-11-21T22:30:00Z');
/** Those that are active, then the others. */
const why = (
  active: Partial<ArgoSyncWindow>[],
  others: Partial<ArgoSyncWindow>[] = [],
) =>
  whyBlocked(
    {
      canSync: false,
      active: active.map(window),
      assigned: [...active, ...others].map(window),
    },
    now,
  );

describe('whyBlocked', () => {
  it('says nothing where a sync is possible', () => {
    expect(
      whyBlocked({ canSync: true, active: [window({})], assigned: [] }, now),
    ).toBeUndefined();
  });

  it.each<[string, Partial<ArgoSyncWindow>[], string]>([
    [
      'the window and its end',
      [{ description: 'Night freeze' }],
      'The sync window “Night freeze” (0 22 * * *, for 1h30m) denies syncs until 2026-11-21 23:30 UTC',
    ],
    [
      'the end in UTC, whatever its zone',
      [{ schedule: '0 23 * * *', timeZone: 'Europe/Berlin' }],
      'The sync window (0 23 * * * Europe/Berlin, for 1h30m) denies syncs until 2026-11-21 23:30 UTC',
    ],
    [
      'the later end of two, without those that let people sync',
      [{}, { duration: '3h' }, { duration: '9h', manualSync: true }],
      'The sync window (0 22 * * *, for 1h30m) and the sync window (0 22 * * *, for 3h) deny syncs until 2026-11-22 01:00 UTC',
    ],
    [
      'the end of what begins again before it ends',
      [{ schedule: '0 21-23 * * *' }],
      'The sync window (0 21-23 * * *, for 1h30m) denies syncs until 2026-11-22 00:30 UTC',
    ],
    [
      'no end where there is none',
      [{ schedule: '* * * * *' }],
      'The sync window (* * * * *, for 1h30m) denies syncs',
    ],
    [
      'no end of what it cannot read',
      [{ schedule: 'sometimes' }],
      'The sync window (sometimes, for 1h30m) denies syncs',
    ],
    [
      'no end of a duration that it cannot read',
      [{ duration: 'long' }],
      'The sync window (0 22 * * *, for long) denies syncs',
    ],
    [
      'no end in a zone that does not exist',
      [{ timeZone: 'Mars/Base' }],
      'The sync window (0 22 * * * Mars/Base, for 1h30m) denies syncs',
    ],
  ])('names %s', (_, active, reason) => {
    expect(why(active)).toBe(reason);
  });

  it.each<[string, Partial<ArgoSyncWindow>[], string]>([
    [
      'the next that opens',
      [
        { kind: 'allow', schedule: '0 9 * * 1' },
        { kind: 'allow', schedule: '0 8 * * *' },
      ],
      'Syncs are only allowed in sync windows, and none is open: the next is the sync window (0 8 * * *, for 1h30m), from 2026-11-22 08:00 UTC',
    ],
    [
      'one that it cannot read',
      [{ kind: 'allow', schedule: 'x' }],
      'Syncs are only allowed in sync windows, and none is open: there is the sync window (x, for 1h30m)',
    ],
    [
      'nothing where it knows of none',
      [],
      "The sync windows of the Application's project do not let it be synced now",
    ],
  ])('outside of windows that allow, names %s', (_, others, reason) => {
    expect(why([], others)).toBe(reason);
  });
});
