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

import { createRequire } from 'node:module';
import { build } from './build.mjs';

/** Our packages are compiled into the file, everything else is loaded from where our packages would load it. */
const OURS = /^(\.|\/|node:|@gitops-platform\/)/;

/**
 * Compiles our backend, as it is for adopters: what Backstage's loader of TypeScript costs a process is not measured.
 *
 * @returns {Promise<string>} the file to start
 */
export function buildOurs() {
  return build({
    entry: 'ours.mjs',
    outfile: 'ours.cjs',
    format: 'cjs',
    plugins: [{ name: 'ours-only', setup: keepOthersOut }],
  });
}

function keepOthersOut(bundler) {
  bundler.onResolve({ filter: /.*/ }, ({ path, importer, kind }) =>
    kind === 'entry-point' || OURS.test(path)
      ? undefined
      : { path: createRequire(importer).resolve(path), external: true },
  );
}
