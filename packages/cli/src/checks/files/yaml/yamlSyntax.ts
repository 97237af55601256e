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

import type { Tree } from '../../../tree';
import type { Check } from '../../core/Check';
import type { Problem } from '../../core/Problem';
import { YamlDocument } from '../../yaml';
import { yamlFiles } from './yamlFiles';

const CONFIGURATION = ['.yamllint.yaml', '.yamllint.yml', '.yamllint'];

/** @internal */
export const yamlSyntax: Check = {
  id: 'yaml',
  title:
    'YAML files are valid, without keys that stand twice, and yamllint accepts them',
  async *run({ tree, root, tools, count, notChecked }) {
    const files = yamlFiles(tree);
    count('files', files.length);
    for (const file of files) {
      for (const document of YamlDocument.parseAll(tree.get(file) ?? '')) {
        for (const { line, message } of document.errors) {
          yield { file, line, what: message, mend: 'Correct the YAML.' };
        }
      }
    }
    const configuration = CONFIGURATION.find(file => tree.has(file));
    if (!configuration || !tools.find('yamllint')) {
      notChecked(
        'the style of YAML',
        configuration
          ? 'yamllint is not on PATH'
          : 'the tree has no .yamllint.yaml',
      );
      return;
    }
    const answer = await tools.run(
      'yamllint',
      ['--format=parsable', '--config-file', configuration, '.'],
      { cwd: root, timeout: 120_000 },
    );
    yield* problemsOf(answer.stdout, tree, configuration);
  },
};

const FINDING =
  /^(?:\.\/)?(.+?):(\d+):\d+: \[(?:error|warning)\] (.+?)(?: \(([\w-]+)\))?$/;

/** One problem for each rule in each file: a file that is indented otherwise is one problem, not fifty. */
function* problemsOf(
  output: string,
  tree: Tree,
  configuration: string,
): Iterable<Problem> {
  const found = new Map<string, { problem: Problem; more: number }>();
  for (const line of output.split('\n')) {
    const [, file, at, what, rule] = FINDING.exec(line) ?? [];
    if (!file || !tree.has(file)) continue;
    const key = `${file} ${rule}`;
    const known = found.get(key);
    if (known) known.more += 1;
    else {
      found.set(key, {
        problem: {
          file,
          line: Number(at),
          what: rule ? `${what} (${rule})` : what,
          mend: `See ${rule ? `the rule ${rule} of ` : ''}${configuration}.`,
        },
        more: 0,
      });
    }
  }
  for (const { problem, more } of found.values()) {
    yield more === 0
      ? problem
      : { ...problem, what: `${problem.what}, and ${more} more like it` };
  }
}
