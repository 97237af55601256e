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
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { NotFoundError } from '@backstage/errors';
import type { RunOptions, ToolAnswer, Tools } from './Tools';

const TIMEOUT = 60_000;

/**
 * Programs of this machine: where `GITOPS_<NAME>` says, else on PATH.
 *
 * @public
 */
export function createTools(
  options: { online?: boolean; env?: NodeJS.ProcessEnv } = {},
): Tools {
  const env = options.env ?? process.env;
  const known = new Map<string, string | undefined>();
  const find = (name: string) => {
    if (!known.has(name)) known.set(name, locate(name, env));
    return known.get(name);
  };
  return {
    online: options.online ?? false,
    find,
    run(name, args, run = {}) {
      const file = find(name);
      if (!file) {
        throw new NotFoundError(
          `There is no ${name} on PATH: install it, or set ${variableOf(
            name,
          )} to where it is.`,
        );
      }
      return runProgram(file, args, { ...run, env: { ...run.env } }, env);
    },
  };
}

function variableOf(name: string): string {
  return `GITOPS_${name.replace(/-/g, '_').toUpperCase()}`;
}

function locate(name: string, env: NodeJS.ProcessEnv): string | undefined {
  const named = env[variableOf(name)];
  const folders = (env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return [
    ...(named ? [named] : []),
    ...folders.map(folder => path.join(folder, name)),
  ].find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function runProgram(
  file: string,
  args: string[],
  options: RunOptions,
  env: NodeJS.ProcessEnv,
): Promise<ToolAnswer> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd: options.cwd,
      env: { ...env, ...options.env },
      timeout: options.timeout ?? TIMEOUT,
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', text => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', text => (stderr += text));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (signal) reject(new Error(`${file} took too long and was ended`));
      else resolve({ code: code ?? 1, stdout, stderr });
    });
    // A program that does not read its input closes the pipe early.
    child.stdin.on('error', () => {});
    child.stdin.end(options.input ?? '');
  });
}
