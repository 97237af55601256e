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

/**
 * A line of the table.
 *
 * @param {{ name: string, ours: number | string, peer?: number | string, bar?: Bar }} options -
 *   `name` says what was measured, in which unit, against which peer
 */
export function row({ name, ours, peer, bar }) {
  const comparable = typeof ours === 'number' && typeof peer === 'number';
  const ratio = comparable && peer !== 0 ? ours / peer : null;
  return {
    name,
    ours: rounded(ours),
    peer: peer === undefined ? null : rounded(peer),
    ratio: ratio === null ? null : rounded(ratio),
    bar: bar?.text ?? null,
    holds: bar ? bar.holds({ ours, ratio }) : null,
  };
}

/** @typedef {{ text: string, holds: (figures: { ours: number | string, ratio: number | null }) => boolean }} Bar */

export const atMost = limit => ({
  text: `≤ ${limit}`,
  holds: ({ ours }) => ours <= limit,
});

export const ratioAtMost = limit => ({
  text: `ratio ≤ ${limit}`,
  holds: ({ ratio }) => ratio !== null && ratio <= limit,
});

export const exactly = value => ({
  text: String(value),
  holds: ({ ours }) => ours === value,
});

function rounded(value) {
  return typeof value === 'number' ? Number(value.toPrecision(3)) : value;
}
