/*
 * Checks that every source file begins with the licence header; `--write` adds it where it is missing.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';

const HEADER = `/*
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
`;

const files = execFileSync(
  'git',
  [
    'ls-files',
    '--cached',
    '--others',
    '--exclude-standard',
    'packages',
    'plugins',
    'tools',
  ],
  { encoding: 'utf8' },
)
  .split('\n')
  .filter(
    file => /\.(ts|tsx|mjs)$/.test(file) && !file.includes('/generated/'),
  );

const bare = files.filter(
  file =>
    existsSync(file) &&
    !readFileSync(file, 'utf8').includes('Licensed under the Apache License'),
);

if (process.argv.includes('--write')) {
  for (const file of bare) {
    const source = readFileSync(file, 'utf8');
    const [, hashbang = '', rest] = source.match(/^(#!.*\n)?([^]*)$/);
    writeFileSync(file, `${hashbang}${HEADER}\n${rest}`);
  }
} else if (bare.length > 0) {
  process.stderr.write(
    `${bare.join(
      '\n',
    )}\nThese files lack the licence header: \`npm run fix\` adds it.\n`,
  );
  process.exitCode = 1;
}
