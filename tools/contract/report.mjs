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

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../bootstrap/paths.mjs';

const file = path.join(root, 'docs', 'tested-against.md');

const HEADING = `# Tested against

The contract suite (\`npm run test:contract\`) holds every call that our clients make. Its last runs:

| target | version | commit | date | passed | failed | skipped |
| --- | --- | --- | --- | --- | --- | --- |
`;

/**
 * Writes the row of a target; the rows of the others stay.
 *
 * @param {{ name: string, target: Record<string, string>, results: { passed: string[], failed: string[], skipped: string[] } }} options
 */
export async function writeReport({ name, target, results }) {
  const { Version } = await (
    await fetch(`${target.ARGOCD_URL}/api/version`)
  ).json();
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
    cwd: root,
    encoding: 'utf8',
  }).trim();
  const row = `| ${[
    name,
    Version,
    commit,
    new Date().toISOString().slice(0, 10),
    results.passed.length,
    results.failed.length,
    results.skipped.length,
  ].join(' | ')} |`;
  const rows = existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter(line => /^\| (sandbox|Argo CD) \|/.test(line))
    : [];
  const others = rows.filter(line => !line.startsWith(`| ${name} |`));
  writeFileSync(file, `${HEADING}${[...others, row].sort().join('\n')}\n`);
}
