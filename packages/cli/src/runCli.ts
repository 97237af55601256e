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

import { CommanderError } from 'commander';
import { toError } from '@backstage/errors';
import { createProgram } from './commands';

/**
 * Runs the command line and sets the exit code of this process: 0, 1 where something is wrong with a tree, 2 where the
 * command was not understood.
 *
 * @param argv - as `process.argv`
 * @public
 */
export async function runCli(argv: string[]): Promise<void> {
  const { stdin, stdout, stderr } = process;
  try {
    await createProgram(
      {
        say: line => stdout.write(`${line}\n`),
        terminal: stdin.isTTY ? { input: stdin, output: stdout } : undefined,
      },
      code => {
        process.exitCode = code;
      },
    ).parseAsync(argv);
  } catch (error) {
    if (error instanceof CommanderError) {
      // Commander has said what is wrong.
      process.exitCode = error.exitCode === 0 ? 0 : 2;
      return;
    }
    stderr.write(`${toError(error).message}\n`);
    process.exitCode = 1;
  }
}
