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
import { DateTime, Duration } from 'luxon';

const DEFAULT = Duration.fromObject({ days: 90 });
const LONGEST = Duration.fromObject({ days: 400 });
/** So that an answer stays the same for a while, and with it its ETag. */
const STEP_MINUTES = 5;
const EXPECTED = 'an ISO 8601 time such as 2026-01-31 or 2026-01-31T12:00:00Z';

/** Which time is asked for. */
export interface Period {
  from: Date;
  to: Date;
}

/**
 * Reads `from` and `to`: the last 90 days by default, at most 400. A date without a time is its beginning, in UTC.
 *
 * @throws InputError that names the parameter.
 */
export function parsePeriod(
  query: { from?: unknown; to?: unknown },
  now: Date,
): Period {
  const to = parseTime('to', query.to) ?? endOfStep(now);
  const from = parseTime('from', query.from) ?? to.minus(DEFAULT);
  if (from >= to) {
    throw new InputError(
      `from: found ${from.toISO()}, expected a time before ${to.toISO()} (to)`,
    );
  }
  if (from < to.minus(LONGEST)) {
    throw new InputError(
      `from: found ${from.toISO()}, expected a time at most ${
        LONGEST.days
      } days before ${to.toISO()} (to)`,
    );
  }
  return { from: from.toJSDate(), to: to.toJSDate() };
}

function parseTime(name: string, value: unknown): DateTime | undefined {
  if (value === undefined) {
    return undefined;
  }
  const time = DateTime.fromISO(String(value), { zone: 'utc' });
  if (!time.isValid) {
    throw new InputError(
      `${name}: found '${String(value).slice(0, 40)}', expected ${EXPECTED}`,
    );
  }
  return time;
}

function endOfStep(now: Date): DateTime {
  const time = DateTime.fromJSDate(now, { zone: 'utc' }).startOf('minute');
  return time.plus({ minutes: STEP_MINUTES - (time.minute % STEP_MINUTES) });
}

/** All that can be asked for, up to now. */
export function longestPeriod(now: Date): Period {
  const to = endOfStep(now);
  return { from: to.minus(LONGEST).toJSDate(), to: to.toJSDate() };
}

/** How far a state is known for certain: what is noted once a minute may lag. */
export function knownUntil(now: Date): Date {
  const time = DateTime.fromJSDate(now, { zone: 'utc' })
    .minus({ seconds: 90 })
    .startOf('minute');
  return time.minus({ minutes: time.minute % STEP_MINUTES }).toJSDate();
}
