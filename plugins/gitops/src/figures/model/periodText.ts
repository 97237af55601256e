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

import { DateTime, Interval } from 'luxon';

const SHORTEST_RANGE_HOURS = 25;

/**
 * The days of a period, whose end is not in it: "12 – 18 Nov 2026", "12 Nov 2026". The backend cuts them in UTC, and
 * so they are named, or half of the world would see them begin the day before.
 */
export function periodText(
  period: { from: string; to: string },
  locale: string,
): string {
  const from = DateTime.fromISO(period.from, { zone: 'utc' });
  const to = DateTime.fromISO(period.to, { zone: 'utc' });
  if (!from.isValid || !to.isValid) {
    return `${period.from} – ${period.to}`;
  }
  return to.diff(from).as('hours') < SHORTEST_RANGE_HOURS
    ? from.toLocaleString(DateTime.DATE_MED, { locale })
    : Interval.fromDateTimes(from, to.minus(1)).toLocaleString(
        DateTime.DATE_MED,
        { locale },
      );
}

/** A day, short: "12 Nov". */
export function dayText(time: string, locale: string): string {
  const day = DateTime.fromISO(time, { zone: 'utc' });
  return day.isValid
    ? day.toLocaleString({ day: 'numeric', month: 'short' }, { locale })
    : time;
}
