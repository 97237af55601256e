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

const MOST_DAYS = 31;

/** A part of a period, in milliseconds. */
export interface SubPeriod {
  from: number;
  to: number;
}

/** A period in days, or in weeks where it is longer than 31 days; UTC. The first and the last may be shorter. */
export function splitPeriod({ from, to }: SubPeriod): SubPeriod[] {
  const begin = DateTime.fromMillis(from, { zone: 'utc' });
  const end = DateTime.fromMillis(to, { zone: 'utc' });
  const unit = end.diff(begin, 'days').days > MOST_DAYS ? 'week' : 'day';
  return Interval.fromDateTimes(begin.startOf(unit), end)
    .splitBy({ [`${unit}s`]: 1 })
    .flatMap(({ start, end: until }) =>
      start && until
        ? [{ from: Math.max(from, start.toMillis()), to: until.toMillis() }]
        : [],
    );
}
