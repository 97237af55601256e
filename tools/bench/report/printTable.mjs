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

const HEAD = ['', 'ours', 'peer', 'ratio', 'bar', 'holds'];

/** Prints rows as a table, and which bars do not hold. */
export function printTable(rows) {
  const lines = [HEAD, ...rows.map(cellsOf)];
  const widths = HEAD.map((_, column) =>
    Math.max(...lines.map(line => line[column].length)),
  );
  const text = lines.map(line =>
    line
      .map((cell, column) =>
        column === 0
          ? cell.padEnd(widths[column])
          : cell.padStart(widths[column]),
      )
      .join('  '),
  );
  text.splice(1, 0, '-'.repeat(text[0].length));
  process.stdout.write(`\n${text.join('\n')}\n\n`);

  process.stdout.write(`${verdict(rows)}\n`);
}

function verdict(rows) {
  const barred = rows.filter(({ holds }) => holds !== null);
  const failed = barred.filter(({ holds }) => !holds);
  if (barred.length === 0) return 'No bar is set for any of these.';
  if (failed.length === 0) return `All ${barred.length} bars hold.`;
  const names = failed.map(({ name }) => `  ${name}`).join('\n');
  return `${failed.length} of ${barred.length} bars DO NOT HOLD:\n${names}`;
}

function cellsOf({ name, ours, peer, ratio, bar, holds }) {
  return [
    name,
    textOf(ours),
    textOf(peer),
    textOf(ratio),
    bar ?? '',
    holds === null ? '' : { true: 'yes', false: 'NO' }[holds],
  ];
}

function textOf(value) {
  return value === null || value === undefined ? '' : String(value);
}
