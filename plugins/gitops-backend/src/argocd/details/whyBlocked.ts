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

import type {
  ArgoSyncWindow,
  ArgoSyncWindows,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { WindowSchedule } from './WindowSchedule';

/** Why a person may not sync now, and until when; `undefined` where they may. */
export function whyBlocked(
  { canSync, active, assigned }: ArgoSyncWindows,
  now: Date,
): string | undefined {
  if (canSync) {
    return undefined;
  }
  const denying = active.filter(
    ({ kind, manualSync }) => kind === 'deny' && !manualSync,
  );
  if (denying.length > 0) {
    return whyDenied(denying, now);
  }
  const allowing = assigned.filter(({ kind }) => kind === 'allow');
  return allowing.length > 0
    ? whyNotAllowed(allowing, now)
    : "The sync windows of the Application's project do not let it be synced now";
}

function whyDenied(windows: ArgoSyncWindow[], now: Date): string {
  const ends = windows.map(window => WindowSchedule.of(window)?.end(now));
  const known = ends.filter(end => end !== undefined);
  const which = windows.map(window => describe(window)).join(' and ');
  const verb = windows.length > 1 ? 'deny' : 'denies';
  const until =
    known.length === ends.length
      ? ` until ${describeTime(new Date(Math.max(...known.map(Number))))}`
      : '';
  return `${which.replace(/^the/, 'The')} ${verb} syncs${until}`;
}

function whyNotAllowed(windows: ArgoSyncWindow[], now: Date): string {
  const [first] = windows
    .flatMap(window => {
      const opens = WindowSchedule.of(window)?.next(now);
      return opens ? [{ window, opens }] : [];
    })
    .sort((a, b) => Number(a.opens) - Number(b.opens));
  const next = first
    ? `the next is ${describe(first.window)}, from ${describeTime(first.opens)}`
    : `there ${windows.length > 1 ? 'are' : 'is'} ${windows
        .map(window => describe(window))
        .join(' and ')}`;
  return `Syncs are only allowed in sync windows, and none is open: ${next}`;
}

function describe(window: ArgoSyncWindow): string {
  const { description, duration, schedule, timeZone } = window;
  const name = description
    ? `the sync window “${description}”`
    : 'the sync window';
  return `${name} (${schedule}${
    timeZone ? ` ${timeZone}` : ''
  }, for ${duration})`;
}

function describeTime(time: Date): string {
  return `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
