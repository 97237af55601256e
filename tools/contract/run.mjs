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
 * The contract suite: every call that our clients make, every field they read, every error they tell apart.
 *
 *   npm run test:contract -- --target sandbox
 *   npm run test:contract -- --target FILE     FILE holds ARGOCD_URL=…, ARGOCD_BACKSTAGE_TOKEN=… and more, see README.md
 *   npm run test:contract -- --only access     only the files whose name holds the text; writes no report
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { root } from '../bootstrap/paths.mjs';
import { Problem, reportProblems } from '../bootstrap/problem.mjs';
import { NODE_TRANSFORM } from '../bootstrap/sandboxCommand.mjs';
import { readTarget } from './readTarget.mjs';
import { startSandboxTarget } from './sandboxTarget.mjs';
import { writeReport } from './report.mjs';

const here = path.join(root, 'tools', 'contract');

async function runSuite(target, only = '') {
  const files = ['argocd', 'vault', 'traefik']
    .flatMap(system =>
      readdirSync(path.join(here, system)).map(file => path.join(system, file)),
    )
    .filter(file => file.endsWith('.test.ts') && file.includes(only))
    .map(file => path.join(here, file));
  const results = { passed: [], failed: [], skipped: [] };
  const stream = run({
    files,
    concurrency: 1,
    execArgv: ['--require', NODE_TRANSFORM],
    env: { ...process.env, ...target },
  });
  // The names of the suites that the present test is in.
  const names = [];
  stream.on('test:start', ({ name, nesting }) => {
    names[nesting] = name;
  });
  stream.on('test:pass', event => {
    if (event.details.type === 'suite') return;
    if (event.skip === undefined) {
      results.passed.push(event.name);
    } else {
      const name = [...names.slice(0, event.nesting), event.name].join(' › ');
      results.skipped.push({ name, reason: event.skip });
    }
  });
  stream.on('test:fail', event => {
    if (event.details.type !== 'suite') results.failed.push(event.name);
  });
  const printed = stream.compose(new spec());
  printed.pipe(process.stdout, { end: false });
  await new Promise((resolve, reject) =>
    printed.once('end', resolve).once('error', reject),
  );
  return results;
}

await reportProblems(async () => {
  const { values } = parseArgs({
    options: {
      target: { type: 'string', default: 'sandbox' },
      only: { type: 'string' },
    },
  });
  const sandbox =
    values.target === 'sandbox' ? await startSandboxTarget() : undefined;
  try {
    const target = sandbox?.target ?? readTarget(values.target);
    const results = await runSuite(target, values.only);
    if (values.only === undefined) {
      await writeReport({
        name: sandbox ? 'sandbox' : 'real servers',
        target,
        results,
      });
    }
    if (results.failed.length > 0 || results.passed.length === 0) {
      throw new Problem(
        `${results.failed.length} of the contract's tests failed against ${values.target}.`,
      );
    }
  } finally {
    await sandbox?.stop();
  }
});
