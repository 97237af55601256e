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

import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { run } from '../../bootstrap/run.mjs';
import { here } from '../here.mjs';
import { workshop } from '../processes/build.mjs';

const source = path.join(here, 'peers');
const target = path.join(workshop, 'peers');
const mark = path.join(target, 'node_modules', '.installed');

/**
 * Installs the peers at the versions of their own lock file, unless they are there; they are no part of the workspace.
 *
 * @returns {Promise<boolean>} whether they are there
 */
export async function installPeers(say) {
  const lock = readFileSync(path.join(source, 'package-lock.json'));
  const wanted = createHash('sha256').update(lock).digest('hex');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return true;
  say('installing the peers (a minute, 400 MB, once)');
  mkdirSync(target, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) {
    cpSync(path.join(source, file), path.join(target, file));
  }
  try {
    // Their packages name peers that none of them needs to serve a route, and none needs a native module for it.
    const flags = ['--legacy-peer-deps', '--ignore-scripts'];
    await run(['npm', 'ci', ...flags, '--no-audit', '--no-fund'], {
      cwd: target,
      capture: true,
      label: "Installing the peers' packages",
      hint: 'Is the package registry reachable?',
    });
  } catch (error) {
    say(`The peers' column stays empty: ${error.message}`);
    return false;
  }
  writeFileSync(mark, wanted);
  return true;
}
