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

import { gzipSync } from 'node:zlib';
import { loadBundler } from '../processes/loadBundler.mjs';

/**
 * Bundles a package's entry with all that it loads of its own, now or later, and nothing of other packages.
 *
 * @returns {Promise<number>} kB (1,000 bytes) of scripts and styles, minified and compressed
 */
export async function measureBundle(entry) {
  const { outputFiles } = await loadBundler().build({
    entryPoints: [entry],
    outdir: 'nowhere',
    bundle: true,
    write: false,
    minify: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    packages: 'external',
    jsx: 'automatic',
    logLevel: 'warning',
    loader: { '.svg': 'dataurl', '.png': 'dataurl' },
  });
  const bytes = outputFiles.map(({ contents }) => gzipSync(contents).length);
  return bytes.reduce((sum, length) => sum + length, 0) / 1000;
}
