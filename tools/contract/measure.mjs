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
 * How a target fares with many Applications, and how our watcher does.
 *
 *   node tools/contract/measure.mjs --target sandbox --count 2000
 *   node tools/contract/measure.mjs --target FILE --count 2000     FILE as for the contract suite; makes and removes them
 */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { root } from '../bootstrap/paths.mjs';
import { reportProblems } from '../bootstrap/problem.mjs';
import { NODE_TRANSFORM } from '../bootstrap/sandboxCommand.mjs';
import { fillSandbox, fillServer } from './loadFill.mjs';
import { readTarget } from './readTarget.mjs';
import { writeFigures } from './report.mjs';
import { startSandboxTarget } from './sandboxTarget.mjs';

await reportProblems(async () => {
  const { values } = parseArgs({
    options: {
      target: { type: 'string', default: 'sandbox' },
      count: { type: 'string', default: '2000' },
    },
  });
  const count = Number(values.count);
  const sandbox =
    values.target === 'sandbox' ? await startSandboxTarget() : undefined;
  const name = sandbox ? 'sandbox' : 'Argo CD';
  const target = sandbox?.target ?? readTarget(values.target);
  const fill = sandbox ? fillSandbox : fillServer;
  let clear;
  try {
    clear = await fill(target, count);
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [
        '--expose-gc',
        '--require',
        NODE_TRANSFORM,
        path.join(root, 'tools/contract/measureTarget.ts'),
      ],
      { env: { ...process.env, ...target }, cwd: root },
    );
    const { cells } = JSON.parse(stdout);
    writeFigures({ name, count, cells });
    process.stdout.write(`${[name, count, ...cells].join(' | ')}\n`);
  } finally {
    await clear?.();
    await sandbox?.stop();
  }
});
