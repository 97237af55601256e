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

/** Where things stand in a chart, in percent of its width and height, the height from above. */
export type Place = { x: number; y: number };

/** A stretch of a line between two periods that both have a value. */
export type Stretch = { from: Place; to: Place };

/** Where each value stands; `undefined` where there is none. */
export function places(
  values: Array<number | undefined>,
  axis: { from: number; to: number },
): Array<Place | undefined> {
  const slot = 100 / Math.max(1, values.length);
  const range = axis.to - axis.from;
  return values.map((value, index) => {
    if (value === undefined) {
      return undefined;
    }
    const share = range > 0 ? (value - axis.from) / range : 0;
    return {
      x: slot * (index + 0.5),
      y: 100 * (1 - Math.min(1, Math.max(0, share))),
    };
  });
}

/** The line through them. It is broken where a period has no value: nothing is known of what was between. */
export function stretches(through: Array<Place | undefined>): Stretch[] {
  return through.flatMap((to, index) => {
    const from = through[index - 1];
    return from && to ? [{ from, to }] : [];
  });
}
