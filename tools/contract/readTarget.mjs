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

import { readFileSync } from 'node:fs';
import { Problem } from '../bootstrap/problem.mjs';

/**
 * What a file says of a server: one `KEY=value` a line. Throws `Problem` where the address or the token is missing.
 *
 * @param {string} file
 * @returns {Record<string, string>}
 */
export function readTarget(file) {
  const lines = readFileSync(file, 'utf8').split('\n');
  const pairs = lines
    .map(line => line.match(/^([A-Z_]+)=(.*)$/))
    .filter(Boolean);
  const target = Object.fromEntries(
    pairs.map(([, key, value]) => [key, value]),
  );
  for (const key of ['ARGOCD_URL', 'ARGOCD_BACKSTAGE_TOKEN']) {
    if (!target[key])
      throw new Problem(`${file} lacks ${key}: see tools/contract/README.md.`);
  }
  return target;
}
