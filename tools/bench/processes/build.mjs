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

import path from 'node:path';
import { toolchain } from '../../bootstrap/paths.mjs';
import { here } from '../here.mjs';
import { loadBundler } from './loadBundler.mjs';

/** What the benchmark makes and fetches, and may be deleted at any time. */
export const workshop = path.join(toolchain, 'bench');

/**
 * Compiles the entry of a process into one file.
 *
 * @param {{ entry: string, outfile: string, format: 'cjs' | 'esm' }} options - `entry`: in this folder; `outfile`: in
 *   the {@link workshop}; and options of the bundler
 * @returns {Promise<string>} the file to start
 */
export async function build({ entry, outfile, ...options }) {
  const file = path.join(workshop, outfile);
  await loadBundler().build({
    entryPoints: [path.join(here, 'processes', entry)],
    outfile: file,
    bundle: true,
    platform: 'node',
    target: 'node22',
    logLevel: 'warning',
    ...options,
  });
  return file;
}
