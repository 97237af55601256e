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

const FIRST = 200;
const LONGEST = 5_000;

/**
 * Milliseconds until the next attempt: doubled each time, with jitter over the upper half so that many callers
 * do not come back at once. Counting starts at 1.
 *
 * @public
 */
export function backoff(
  attempt: number,
  random: () => number,
  options: { first?: number; longest?: number } = {},
): number {
  const { first = FIRST, longest = LONGEST } = options;
  const full = Math.min(longest, first * 2 ** Math.min(attempt - 1, 30));
  return full / 2 + (full / 2) * random();
}

/**
 * Milliseconds that a `Retry-After` header asks for, as seconds or as a date (RFC 9110, 10.2.3).
 */
export function parseRetryAfter(
  value: string | undefined,
  now: number,
): number | undefined {
  if (!value) {
    return undefined;
  }
  if (/^\s*\d+\s*$/.test(value)) {
    return Number(value) * 1000;
  }
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
