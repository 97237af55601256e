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

import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { toolchain } from './paths.mjs';
import { Problem } from './problem.mjs';

/**
 * Runs a command to its end.
 *
 * @param {string[]} command - the program and its arguments
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, capture?: boolean, label?: string, hint?: string }} [options] -
 *   `capture` keeps the output and gives it back; `hint` is what to do when the command fails
 * @returns {Promise<string>} the captured output
 */
export async function run(command, options = {}) {
  const { cwd, env = process.env, capture = false, label, hint } = options;
  const child = spawn(command[0], command.slice(1), {
    cwd,
    env,
    stdio: capture ? ['ignore', 'pipe', 'pipe'] : 'inherit',
  });
  let output = '';
  child.stdout?.on('data', chunk => (output += chunk));
  child.stderr?.on('data', chunk => (output += chunk));
  const status = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? signal));
  });
  if (status !== 0) {
    const said = `${label ?? command.join(' ')} failed (${status}).`;
    // A person is told what to do; what the command printed is for whoever has to look closer.
    throw new Problem(
      hint ? `${said} ${hint} Its output is in ${keep(output)}.` : said,
    );
  }
  return output;
}

function keep(output) {
  mkdirSync(toolchain, { recursive: true });
  const file = path.join(toolchain, 'failed.log');
  writeFileSync(file, output);
  return path.relative(process.cwd(), file);
}

/**
 * The output of a short command, or undefined where the program is missing or fails.
 *
 * @param {string[]} command
 * @param {NodeJS.ProcessEnv} [env]
 */
export async function probe(command, env) {
  try {
    return (await run(command, { capture: true, env })).trim();
  } catch {
    return undefined;
  }
}
