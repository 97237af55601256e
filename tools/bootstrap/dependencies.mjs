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
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';
import { run } from './run.mjs';

const installed = path.join(root, 'node_modules', '.gitops-platform-installed');

/** What the dependencies follow from: the lock file, and the Node that native modules were built for. */
async function fingerprint(env) {
  const node = await run(['node', '--version'], { capture: true, env });
  return createHash('sha256')
    .update(readFileSync(path.join(root, 'yarn.lock')))
    .update(node)
    .digest('hex');
}

/**
 * Installs the workspace's dependencies unless they are there already.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {(line: string) => void} say
 */
export async function ensureDependencies(env, say) {
  const wanted = await fingerprint(env);
  if (existsSync(installed) && readFileSync(installed, 'utf8') === wanted) {
    return;
  }
  say('installing dependencies (3 to 5 minutes the first time)');
  await run(['yarn', 'install', '--immutable'], {
    cwd: root,
    env,
    capture: true,
    label: 'yarn install',
    hint: 'Is the npm registry reachable from here? A compiler (make, g++, python3) is needed once, for better-sqlite3.',
  });
  writeFileSync(installed, wanted);
}
