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

import type { TimeSpan } from '../facts/TimeSpan';

/** Times in milliseconds, in their order and apart from each other. */
export class TimeSpans {
  readonly #spans: [number, number][];

  /** Takes times that overlap, in any order, and joins what is less than a tolerance apart. */
  static of(spans: TimeSpan[], toleranceMs = 0): TimeSpans {
    const sorted = spans
      .map(({ from, to }): [number, number] => [
        Date.parse(from),
        Date.parse(to),
      ])
      .filter(([from, to]) => to >= from)
      .sort(([a], [b]) => a - b);
    const joined: [number, number][] = [];
    for (const [from, to] of sorted) {
      const last = joined.at(-1);
      if (last && from <= last[1] + toleranceMs) {
        last[1] = Math.max(last[1], to);
      } else {
        joined.push([from, to]);
      }
    }
    return new TimeSpans(joined);
  }

  private constructor(spans: [number, number][]) {
    this.#spans = spans;
  }

  /** Whether all of a time lies within one of these, but for some milliseconds at both ends. */
  covers(from: number, to: number, slackMs = 0): boolean {
    return this.#spans.some(
      span => span[0] - slackMs <= from && to <= span[1] + slackMs,
    );
  }

  /** How much of a time lies within these, in milliseconds. */
  overlap(from: number, to: number): number {
    return this.#spans.reduce(
      (sum, span) =>
        sum + Math.max(0, Math.min(to, span[1]) - Math.max(from, span[0])),
      0,
    );
  }
}
