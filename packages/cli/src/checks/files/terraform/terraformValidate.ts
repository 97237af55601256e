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

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Check } from '../../core/Check';
import { readModules } from './readModules';

/** @internal */
export const terraformValidate: Check = {
  id: 'terraform/validate',
  title: 'terraform validate and tflint accept every layer',
  async *run({ tree, root, tools, say, count, notChecked }) {
    const { modules } = await readModules(tree);
    const layers = [...modules.keys()].filter(
      folder => !folder.includes('/modules/'),
    );
    if (layers.length === 0) return;
    const program = ['terraform', 'tofu'].find(name => tools.find(name));
    if (!program || !tools.online) {
      notChecked(
        `validate of ${layers.length} layers`,
        program
          ? 'providers are fetched only with --online, which allows the network'
          : 'neither terraform nor tofu is on PATH',
      );
    } else {
      for (const layer of layers) {
        say(`${program} validate ${layer}`);
        const cwd = path.join(root, layer);
        // Nothing is left behind in the tree.
        const data = await mkdtemp(path.join(tmpdir(), 'platform-check-'));
        const run = (...args: string[]) =>
          tools.run(program, args, {
            cwd,
            timeout: 300_000,
            env: { TF_DATA_DIR: data },
          });
        const init = await run(
          'init',
          '-backend=false',
          '-input=false',
          '-lockfile=readonly',
          '-no-color',
        );
        const answer =
          init.code === 0 ? await run('validate', '-no-color') : init;
        await rm(data, { recursive: true, force: true });
        count('layers');
        if (answer.code !== 0) {
          yield {
            file: layer,
            what: answer.stderr.trim().slice(0, 600),
            mend: `Run ${program} validate in ${layer}.`,
          };
        }
      }
    }
    if (!tools.find('tflint')) {
      notChecked('tflint', 'tflint is not on PATH');
      return;
    }
    const answer = await tools.run(
      'tflint',
      ['--recursive', '--format=compact', '--no-color'],
      { cwd: path.join(root, 'terraform'), timeout: 300_000 },
    );
    count('layers linted', layers.length);
    if (answer.code !== 0) {
      for (const line of `${answer.stdout}\n${answer.stderr}`.split('\n')) {
        const found = /^(\S+\.tf):(\d+):\d+: (.+)$/.exec(line);
        if (found) {
          yield {
            file: `terraform/${found[1]}`,
            line: Number(found[2]),
            what: found[3],
            mend: 'Do what tflint says.',
          };
        }
      }
    }
  },
};
