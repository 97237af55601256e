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

import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { Problem } from './problem.mjs';
import { toolchain } from './paths.mjs';
import { probe, run } from './run.mjs';

const NODE_VERSION = '24.18.1';
const YARN_VERSION = '4.18.1';

/**
 * Whether Backstage 1.55 runs on this Node: it asks for 22 or 24, and from 24.20 on better-sqlite3 crashes in the
 * garbage collector.
 *
 * @param {string} version - as `process.version` has it
 */
export function fits(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  return major === 22 || (major === 24 && minor < 20);
}

/**
 * An environment in whose PATH a fitting Node and Yarn 4 come first. What the host has is used where it fits;
 * what is missing comes from npm into `.toolchain/node`.
 *
 * @param {(line: string) => void} say
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
export async function nodeEnvironment(say) {
  const hostNode = fits(process.version);
  const hostYarn = (await probe(['yarn', '--version']))?.startsWith('4.');
  if (hostNode && hostYarn) return { ...process.env };

  const prefix = path.join(toolchain, 'node');
  const nodePackage = `node-${process.platform}-${process.arch}`;
  const nodeHome = path.join(prefix, 'node_modules', nodePackage);
  const yarn = path.join(prefix, 'node_modules', '@yarnpkg', 'cli-dist');
  const wanted = [
    ...(hostNode || existsSync(nodeHome)
      ? []
      : [`${nodePackage}@${NODE_VERSION}`]),
    ...(hostYarn || existsSync(yarn)
      ? []
      : [`@yarnpkg/cli-dist@${YARN_VERSION}`]),
  ];
  if (wanted.length > 0) {
    if (!(await probe(['npm', '--version']))) {
      throw new Problem(
        'npm is missing: install Node 20 or newer together with npm, then run this again.',
      );
    }
    say(`fetching ${wanted.join(' and ')}`);
    mkdirSync(prefix, { recursive: true });
    await run(
      [
        'npm',
        'install',
        '--no-audit',
        '--no-fund',
        '--prefix',
        prefix,
        ...wanted,
      ],
      {
        capture: true,
        label: `fetching ${wanted.join(' and ')}`,
        hint: "Is the npm registry reachable from here? Set npm's proxy or registry, then run this again.",
      },
    );
  }

  const env = { ...process.env };
  const bins = [path.join(prefix, 'node_modules', '.bin')];
  if (!hostNode) {
    bins.unshift(path.join(nodeHome, 'bin'));
    // Native modules have to be compiled against the headers of the Node that will load them.
    env.npm_config_nodedir = nodeHome;
  }
  env.PATH = [...bins, process.env.PATH].join(path.delimiter);
  return env;
}
