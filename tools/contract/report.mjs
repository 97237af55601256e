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

/**
 * The parts of the page. Each line of a part belongs to the target that it names first, and stays until that target is
 * looked at again.
 */
const PARTS = {
  runs: {
    before: `# Tested against

The contract suite (\`npm run test:contract\`) holds every call that our clients make. Its last runs:

| target | Argo CD | Vault | Traefik | commit | date | passed | failed | skipped |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |`,
    line: /^\| (sandbox|real servers) \| v/,
  },
  skipped: {
    before: `
What was left out, and why:
`,
    line: /^- (sandbox|real servers): /,
    none: '- nothing',
  },
  figures: {
    before: `
## Many Applications

Measured by \`node tools/contract/measure.mjs\` on one machine with two cores: Applications that nobody syncs, read by the backend's own
watcher into its store, twice (the server is warm the second time). _Confirmed_: compared with the list of names, which the watcher asks for
two seconds after it has begun. The stream is what it is sent until then, uncompressed, as our client reads it; the list of names is the median of seven. The sandbox's
Applications look as if each had been deployed once; those of the real server have only been compared.

| target | Applications | store full | confirmed | stream | with all else | list of names | store, in memory | server's memory | date |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |`,
    line: /^\| (sandbox|Argo CD) \| \d/,
    none: '| none yet | | | | | | | | | |',
  },
};

function readLines(part) {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return text.split('\n').filter(line => PARTS[part].line.test(line));
}

/** Writes the lines of one target in some parts of the page; everything else stays. */
function rewrite(name, parts) {
  const text = Object.entries(PARTS).map(([part, { before, line, none }]) => {
    const mine = parts[part];
    const others = readLines(part).filter(
      one => mine === undefined || one.match(line)[1] !== name,
    );
    const lines = [...others, ...(mine ?? [])].sort();
    return [before, ...(lines.length > 0 ? lines : [none ?? ''])].join('\n');
  });
  writeFileSync(file, `${text.join('\n')}\n`);
}

const today = () => new Date().toISOString().slice(0, 10);

const row = cells => `| ${cells.join(' | ')} |`;

/**
 * Writes the run of a target; those of the others stay.
 *
 * @param {{ name: string, target: Record<string, string>, results: { passed: string[], failed: string[], skipped: { name: string, reason: string }[] } }} options
 */
export async function writeReport({ name, target, results }) {
  const versions = await Promise.all([
    versionAt(`${target.ARGOCD_URL}/api/version`, 'Version'),
    versionAt(`${target.VAULT_ADDR}/v1/sys/health`, 'version'),
    versionAt(`${target.TRAEFIK_API_URL}/api/version`, 'Version'),
  ]);
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
    cwd: root,
    encoding: 'utf8',
  }).trim();
  const { passed, failed, skipped } = results;
  const counts = [passed.length, failed.length, skipped.length];
  rewrite(name, {
    runs: [row([name, ...versions, commit, today(), ...counts])],
    skipped: skipped.map(test => `- ${name}: “${test.name}”: ${test.reason}`),
  });
}

/** What a server calls its version; a dash where the target has no such server. */
async function versionAt(url, key) {
  try {
    const response = await fetch(url);
    return (await response.json())[key] ?? '–';
  } catch {
    return '–';
  }
}

/**
 * Writes a measurement of a target, in place of its earlier ones with as many Applications.
 *
 * @param {{ name: string, count: number, cells: string[] }} options
 */
export function writeFigures({ name, count, cells }) {
  const others = readLines('figures').filter(line =>
    line.startsWith(`| ${name} |`),
  );
  rewrite(name, {
    figures: [
      ...others.filter(line => !line.startsWith(`| ${name} | ${count} |`)),
      row([name, count, ...cells, today()]),
    ],
  });
}
