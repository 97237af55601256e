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

import type { Check } from '../../core/Check';

/** @internal */
export const terraformFormat: Check = {
  id: 'terraform/format',
  title: 'Terraform files are formatted',
  async *run({ tree, root, tools, count, notChecked }) {
    const files = [...tree.keys()].filter(file => /\.(tf|tfvars)$/.test(file));
    count('files', files.length);
    if (files.length === 0) return;
    const program = ['terraform', 'tofu'].find(name => tools.find(name));
    if (!program) {
      notChecked('formatting', 'neither terraform nor tofu is on PATH');
      return;
    }
    const answer = await tools.run(
      program,
      ['fmt', '-check', '-list=true', '-recursive', '-no-color', root],
      { env: { TF_CLI_CONFIG_FILE: '', CHECKPOINT_DISABLE: '1' } },
    );
    const unformatted = answer.stdout
      .split('\n')
      .map(line => line.trim())
      .filter(line => /\.(tf|tfvars)$/.test(line));
    for (const line of unformatted) {
      const file = files.find(one => line.endsWith(one)) ?? line;
      yield {
        file,
        what: 'is not formatted',
        mend: `Run ${program} fmt -recursive.`,
      };
    }
    if (answer.code !== 0 && unformatted.length === 0) {
      yield {
        file: 'terraform',
        what: `${program} fmt failed: ${answer.stderr.trim().slice(0, 300)}`,
        mend: 'Correct the file it names.',
      };
    }
  },
};
