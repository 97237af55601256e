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

import { row } from './row.mjs';

/**
 * Makes rows of ours against each peer, or of ours alone where there is none.
 *
 * @param {{ party: { name: string } }[]} parties - ours first
 * @param {object[]} measured - of each party
 * @param {string} subject - what was looked at, which begins the rows' names
 * @returns {(what: string, figure: (measured: any) => number | string, bar?: import('./row.mjs').Bar) => object[]}
 */
export function compareRows(parties, measured, subject) {
  const [our, ...others] = measured;
  return (what, figure, bar) =>
    others.length === 0
      ? [row({ name: `${subject}: ${what}`, ours: figure(our), bar })]
      : others.map((other, index) =>
          row({
            name: `${subject}: ${what} (${parties[index + 1].party.name})`,
            ours: figure(our),
            peer: figure(other),
            bar,
          }),
        );
}
