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

import { InputError } from '@backstage/errors';
import { CronTime } from 'cron';
import { IANAZone } from 'luxon';
import { parseDuration } from '../../parseDuration';
import type { SyncWindow } from '../types';

function parseSchedule(schedule: string): CronTime {
  // `cron` would also take six fields, the first of them seconds.
  if (schedule.trim().split(/\s+/).length !== 5) {
    throw new InputError(
      `cannot parse schedule '${schedule}': expected exactly 5 fields`,
    );
  }
  try {
    return new CronTime(schedule);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError(`cannot parse schedule '${schedule}': ${reason}`);
  }
}

/** How far the window's clock is from UTC now, in milliseconds; a zone that nobody knows counts as UTC. */
function zoneOffset({ timeZone }: SyncWindow, now: Date): number {
  const zone = IANAZone.create(timeZone || 'UTC');
  return zone.isValid ? zone.offset(now.getTime()) * 60_000 : 0;
}

/**
 * Whether a window is open: whether it opened less than its duration ago. Like Argo CD, it reads the schedule on a UTC
 * clock moved by the zone's offset of today. Throws `InputError` for a schedule or duration that cannot be read.
 */
export function isOpen(window: SyncWindow, now: Date): boolean {
  const schedule = parseSchedule(window.schedule);
  const duration = parseDuration(window.duration);
  const local = now.getTime() + zoneOffset(window, now);
  const opens = schedule.getNextDateFrom(new Date(local - duration), 'UTC');
  return opens.toMillis() < local;
}
