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

import type { Duration } from 'luxon';

const units = ['years', 'months', 'days', 'hours', 'minutes'] as const;

/** A duration in the largest unit that fits, rounded down: "2 minutes". */
export function durationText(duration: Duration, locale: string): string {
  const unit = units.find(each => duration.as(each) >= 1) ?? 'seconds';
  return Math.max(0, Math.trunc(duration.as(unit))).toLocaleString(locale, {
    style: 'unit',
    unit: unit.replace(/s$/, ''),
    unitDisplay: 'long',
  });
}
