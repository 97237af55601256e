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

/*
 * Measures our backend beside the published ones, and against the figures that it must reach:
 *
 *   npm run bench
 *   npm run bench -- --only peers --only faults     some of the scenarios
 *   npm run bench -- --seconds 20                   a shorter storm of changes (two minutes by default)
 *   npm run bench -- --json FILE                    the rows as JSON, too
 *
 * It ends well also where a bar does not hold: the table says so.
 */
import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { Problem, reportProblems } from '../bootstrap/problem.mjs';
import { StandIns } from './processes/StandIns.mjs';
import { printTable } from './report/printTable.mjs';
import { scenarios } from './scenarios/index.mjs';

const began = Date.now();
function say(line) {
  const seconds = Math.round((Date.now() - began) / 1000);
  process.stdout.write(`[${String(seconds).padStart(4)} s] ${line}\n`);
}

function readArguments() {
  const { values } = parseArgs({
    options: {
      json: { type: 'string' },
      only: { type: 'string', multiple: true, default: [] },
      seconds: { type: 'string', default: '120' },
    },
  });
  const seconds = Number(values.seconds);
  if (!(seconds > 0)) {
    throw new Problem(`--seconds takes a number, not '${values.seconds}'.`);
  }
  const unknown = values.only.find(name => !scenarios[name]);
  if (unknown) {
    throw new Problem(
      `There is no scenario '${unknown}'; there are: ${Object.keys(
        scenarios,
      ).join(', ')}.`,
    );
  }
  const names = values.only.length > 0 ? values.only : Object.keys(scenarios);
  return { json: values.json, names, seconds };
}

await reportProblems(async () => {
  const { json, names, seconds } = readArguments();
  say(
    `Node ${process.version}, ${availableParallelism()} × ${
      cpus()[0].model
    }, ${Math.round(totalmem() / 2 ** 30)} GiB`,
  );
  const rows = [];
  for (const name of names) {
    say(name);
    const standIns = await StandIns.start();
    try {
      const context = { standIns, seconds, say };
      rows.push(...(await scenarios[name](context)));
    } finally {
      await standIns.stop();
    }
  }
  say('done');
  printTable(rows);
  if (json) writeFileSync(json, `${JSON.stringify(rows, undefined, 2)}\n`);
});
