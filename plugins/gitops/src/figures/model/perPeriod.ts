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

/** A rate in the period in which it is easiest to imagine: at least one in it, where that is no longer than a year. */
export function perPeriod(perDay: number): {
  rate: number;
  period: 'day' | 'week' | 'month' | 'year';
} {
  if (perDay >= 1) {
    return { rate: perDay, period: 'day' };
  }
  if (perDay * 7 >= 1) {
    return { rate: perDay * 7, period: 'week' };
  }
  if (perDay * 30 >= 1) {
    return { rate: perDay * 30, period: 'month' };
  }
  return { rate: perDay * 365, period: 'year' };
}
