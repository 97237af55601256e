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
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { run } from '../../bootstrap/run.mjs';
import { workshop } from '../processes/build.mjs';
import { PEER_FRONTENDS } from './peerFrontends.mjs';

const folder = path.join(workshop, 'peer-frontends');

/**
 * Fetches the peers' published packages without what they depend on.
 *
 * @returns {Promise<{ name: string, folder: string, entry: string }[]>} those that could be had
 */
export async function fetchPeerFrontends(say) {
  const fetched = [];
  for (const { name, spec, entry, integrity } of PEER_FRONTENDS) {
    const target = path.join(folder, name);
    try {
      if (!existsSync(path.join(target, 'package', entry))) {
        await unpack(spec, integrity, target);
      }
      fetched.push({ name, folder: path.join(target, 'package'), entry });
    } catch (error) {
      say(`${spec} cannot be compared with: ${error.message}`);
    }
  }
  return fetched;
}

async function unpack(spec, integrity, target) {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const output = await run(
    ['npm', 'pack', spec, '--silent', '--pack-destination', target],
    { cwd: target, capture: true, label: `npm pack ${spec}` },
  );
  const archive = path.join(target, output.trim().split('\n').pop());
  const hash = createHash('sha512').update(readFileSync(archive));
  if (`sha512-${hash.digest('base64')}` !== integrity) {
    throw new Error(`${spec} is not the package that was compared before`);
  }
  await run(['tar', '-xzf', archive, '-C', target], { capture: true });
}
