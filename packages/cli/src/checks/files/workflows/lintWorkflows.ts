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

/** What actionlint found. @internal */
export interface LintFinding {
  file: string;
  line: number;
  message: string;
  kind: string;
}

/**
 * Runs in a process of its own: the module puts Go's loader of WebAssembly into the global scope, and so does the parser
 * of HCL, with another version of it.
 */
const SCRIPT = `
const { createLinter } = require(process.argv[1]);
const chunks = [];
process.stdin.on('data', chunk => chunks.push(chunk)).on('end', async () => {
  const lint = await createLinter();
  const files = JSON.parse(Buffer.concat(chunks).toString());
  const found = files.flatMap(([file, text]) => lint(text, file));
  process.stdout.write(JSON.stringify(found), () => process.exit(0));
});`;

/**
 * Lints workflows with the WebAssembly build of actionlint.
 *
 * @internal
 */
export function lintWorkflows(
  files: readonly (readonly [string, string])[],
): Promise<LintFinding[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['-e', SCRIPT, require.resolve('actionlint')],
      { stdio: ['pipe', 'pipe', 'pipe'] },
    );
    let output = '';
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', text => (output += text));
    child.stderr.setEncoding('utf8').on('data', text => (errors += text));
    child.on('error', reject);
    child.on('close', code => {
      if (code === 0) resolve(JSON.parse(output));
      else reject(new Error(`actionlint failed: ${errors.slice(0, 300)}`));
    });
    child.stdin.end(JSON.stringify(files));
  });
}
