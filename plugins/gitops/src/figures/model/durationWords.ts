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

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/**
 * A duration in its two largest units, rounded: "2 days 4 hours", "42 minutes". What stands behind them is noise to
 * somebody who asks how long a change takes.
 */
export function durationWords(
  seconds: number,
  locale: string,
  unitDisplay: 'long' | 'short' = 'long',
): string {
  const inUnit = (count: number, unit: string) =>
    count.toLocaleString(locale, { style: 'unit', unit, unitDisplay });
  const whole = Math.max(0, Math.round(seconds));
  const largest = UNITS.findIndex(([, size]) => whole >= size);
  const first = largest === -1 ? UNITS.length - 1 : largest;
  const smallest = UNITS[Math.min(first + 1, UNITS.length - 1)][1];
  // Rounding may reach the next unit: 59 minutes 59.6 seconds is an hour.
  let rest = Math.round(whole / smallest) * smallest;
  const parts: string[] = [];
  for (const [unit, size] of UNITS.slice(Math.max(0, first - 1), first + 2)) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) {
      parts.push(inUnit(count, unit));
    }
  }
  return parts.join(' ') || inUnit(0, 'second');
}
