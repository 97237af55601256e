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

/**
 * What a git process left behind when it did not exit with 0.
 */
export class GitError extends Error {
  readonly exitCode: number;
  readonly stderr: string;
  readonly stdout: Buffer;

  constructor(
    args: string[],
    result: { exitCode: number; stderr: string; stdout: Buffer },
  ) {
    super(
      `git ${args[0]} exited with ${result.exitCode}: ${result.stderr.trim()}`,
    );
    this.name = 'GitError';
    this.exitCode = result.exitCode;
    this.stderr = result.stderr;
    this.stdout = result.stdout;
  }
}

/**
 * The environment of every git process: the person's own configuration, hooks and credentials must not
 * change what the sandbox does.
 */
export function gitEnvironment(
  extra: Record<string, string> = {},
): NodeJS.ProcessEnv {
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(([key]) => !key.startsWith('GIT_')),
  );
  return {
    ...inherited,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_TERMINAL_PROMPT: '0',
    GIT_AUTHOR_NAME: 'sandbox',
    GIT_AUTHOR_EMAIL: 'sandbox@localhost',
    GIT_COMMITTER_NAME: 'sandbox',
    GIT_COMMITTER_EMAIL: 'sandbox@localhost',
    LC_ALL: 'C',
    ...extra,
  };
}

/**
 * Runs git and answers what it wrote; rejects with {@link GitError} where it did not exit with 0.
 */
export async function runGit(
  args: string[],
  options: {
    cwd?: string;
    input?: Buffer | string;
    env?: Record<string, string>;
  } = {},
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', args, {
      cwd: options.cwd,
      env: gitEnvironment(options.env),
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', chunk => stdout.push(chunk));
    child.stderr.on('data', chunk => stderr.push(chunk));
    child.on('error', reject);
    // A git that stops before it has read everything closes the pipe; its exit code says why.
    child.stdin.on('error', () => undefined);
    child.on('close', exitCode => {
      const output = Buffer.concat(stdout);
      if (exitCode === 0) {
        resolve(output);
        return;
      }
      reject(
        new GitError(args, {
          exitCode: exitCode ?? -1,
          stderr: Buffer.concat(stderr).toString('utf8'),
          stdout: output,
        }),
      );
    });
    child.stdin.end(options.input ?? '');
  });
}
