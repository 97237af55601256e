#!/usr/bin/env node
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
 * `node tools/run.mjs <task>`: sets up what is missing, then runs a task of this repository.
 * It is plain JavaScript without dependencies, because it runs before anything is installed, on any Node from 20 on.
 */
import { requireDemoPorts } from './bootstrap/demo.mjs';
import { Problem, reportProblems } from './bootstrap/problem.mjs';
import { root } from './bootstrap/paths.mjs';
import { NODE_TRANSFORM } from './bootstrap/sandboxCommand.mjs';
import { run } from './bootstrap/run.mjs';
import { setUp } from './bootstrap/setUp.mjs';
import { start } from './bootstrap/start.mjs';

const began = Date.now();
function say(line) {
  const seconds = Math.round((Date.now() - began) / 1000);
  process.stdout.write(`[${String(seconds).padStart(4)} s] ${line}\n`);
}

/** The compiler itself: a bare `yarn tsc` would run the script of that name, which is this file. */
const TSC = ['yarn', 'run', '-B', 'tsc'];

/** From nothing: the order of a union in the declarations, and so in API reports, follows from what was compiled before. */
const TSC_FROM_NOTHING = [...TSC, '--incremental', 'false'];

/** The command line that adopters run as `npx @gitops-platform/cli platform`, over the tree of this repository. */
const PLATFORM = [
  ...['node', '--require', NODE_TRANSFORM],
  ...['packages/cli/src/main.ts', 'platform'],
];
const PLATFORM_CHECK = [...PLATFORM, 'check', '--tree', 'gitops-platform'];

/** Tasks that are commands: each runs at the root, with further arguments added to the last command. */
const COMMANDS = {
  tsc: [TSC],
  lint: [['yarn', 'backstage-cli', 'repo', 'lint']],
  fix: [
    ['yarn', 'backstage-cli', 'repo', 'fix', '--publish'],
    ['node', 'tools/licences.mjs', '--write'],
    ['yarn', 'prettier', '--write', '.'],
  ],
  build: [TSC, ['yarn', 'backstage-cli', 'repo', 'build', '--all']],
  'test:unit': [['yarn', 'backstage-cli', 'repo', 'test']],
  'test:contract': [['node', 'tools/contract/run.mjs']],
  'api-reports': [
    TSC_FROM_NOTHING,
    [
      'yarn',
      'backstage-repo-tools',
      'api-reports',
      '--allow-all-warnings',
      '--exclude',
      'packages/*',
      '-o',
      'ae-wrong-input-file-type',
    ],
  ],
  openapi: [
    [
      'yarn',
      'workspace',
      '@gitops-platform/backstage-plugin-gitops-backend',
      'backstage-repo-tools',
      'package',
      'schema',
      'openapi',
      'generate',
      '--server',
      '--client-package',
      'plugins/gitops-common',
    ],
  ],
  platform: [PLATFORM],
  e2e: [['node', 'tools/e2e/run.mjs']],
  bench: [['node', 'tools/bench/run.mjs']],
  /** What `npm test` means: everything but the browser. */
  test: [
    ['yarn', 'prettier', '--check', '--loglevel', 'warn', '.'],
    ['node', 'tools/licences.mjs'],
    TSC_FROM_NOTHING,
    ['yarn', 'backstage-cli', 'repo', 'fix', '--check', '--publish'],
    ['yarn', 'backstage-cli', 'repo', 'lint'],
    [
      'yarn',
      'backstage-cli',
      'config:check',
      '--strict',
      '--lax',
      '--config',
      'app-config.yaml',
      '--config',
      'app-config.production.yaml',
    ],
    [
      'yarn',
      'backstage-repo-tools',
      'api-reports',
      '--ci',
      '--allow-all-warnings',
      '--exclude',
      'packages/*',
      '-o',
      'ae-wrong-input-file-type',
    ],
    ['yarn', 'backstage-cli', 'repo', 'test', '--watchAll=false'],
    PLATFORM_CHECK,
    // A glob leaves hidden folders out.
    [
      ...['node', '--test', '--test-reporter', 'dot'],
      ...['', '.github/'].map(at => `gitops-platform/${at}**/*.test.mjs`),
    ],
    ['.toolchain/bin/helm-unittest', 'gitops-platform/charts/my-microservice'],
    ['node', 'tools/contract/run.mjs', '--target', 'sandbox'],
  ],
};

async function main() {
  const [task, ...args] = process.argv.slice(2);
  if (task !== 'start' && !COMMANDS[task]) {
    const known = ['start', ...Object.keys(COMMANDS)].join(', ');
    throw new Problem(`There is no task '${task ?? ''}'; there are: ${known}.`);
  }
  if (task === 'start' || task === 'e2e') await requireDemoPorts();
  const env = await setUp(say, {
    docs: task === 'start',
    checks: task === 'test' || (task === 'platform' && args[0] === 'check'),
  });
  env.BACKSTAGE_TEST_DISABLE_DOCKER = '1';
  if (task === 'start') {
    await start(env, say);
    return;
  }
  const commands = COMMANDS[task];
  for (const [index, command] of commands.entries()) {
    const whole =
      index === commands.length - 1 ? [...command, ...args] : [...command];
    if (task === 'platform' && !args.includes('--tree')) {
      whole.push('--tree', 'gitops-platform');
    }
    say(whole.join(' '));
    await run(whole, { cwd: root, env });
  }
  say('done');
}

await reportProblems(main);
