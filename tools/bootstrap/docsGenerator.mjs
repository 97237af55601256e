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

import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { toolchain } from './paths.mjs';
import { probe } from './run.mjs';

const PACKAGE = 'mkdocs-techdocs-core==1.7.1';

/**
 * The folder with the `mkdocs` that TechDocs runs, from PyPI into `.toolchain/mkdocs` where the host has none.
 * Docs are a side dish: without Python everything else works, so this only says what is missing.
 *
 * @param {(line: string) => void} say
 * @returns {Promise<string | undefined>} a folder to put on PATH
 */
export async function ensureDocsGenerator(say) {
  if (await probe(['mkdocs', '--version'])) return undefined;
  const home = path.join(toolchain, 'mkdocs');
  const bin = path.join(home, 'bin');
  const stamp = path.join(home, 'installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === PACKAGE) return bin;

  say('fetching mkdocs for the documentation pages');
  rmSync(home, { recursive: true, force: true });
  const pip = path.join(bin, 'pip');
  const installed =
    (await probe(['python3', '-m', 'venv', home])) !== undefined &&
    (await probe([pip, 'install', '--quiet', PACKAGE])) !== undefined;
  if (!installed) {
    say(
      'no mkdocs: documentation pages will say so (it needs python3 with venv and PyPI; everything else works)',
    );
    return undefined;
  }
  writeFileSync(stamp, PACKAGE);
  return bin;
}
