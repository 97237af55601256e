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
import { shellScripts } from './shellScripts';

/** @internal */
export const shellSyntax: Check = {
  id: 'shell',
  title: 'bash and shellcheck accept every script',
  async *run({ tree, root, tools, count, notChecked }) {
    const scripts = shellScripts(tree);
    count('scripts', scripts.length);
    if (scripts.length === 0) return;
    for (const file of scripts) {
      const answer = await tools.run('bash', ['-n', '-s'], {
        input: tree.get(file),
      });
      if (answer.code !== 0) {
        yield {
          file,
          line: Number(/line (\d+)/.exec(answer.stderr)?.[1]) || undefined,
          what: answer.stderr
            .trim()
            .split('\n')[0]
            .replace(/^.*?line \d+: /, ''),
          mend: 'Correct the syntax: bash -n names the place.',
        };
      }
    }
    if (!tools.find('shellcheck')) {
      notChecked('what shellcheck finds', 'shellcheck is not on PATH');
      return;
    }
    const answer = await tools.run(
      'shellcheck',
      [
        '--format=json',
        '--severity=warning',
        // A script of an image finds its library where the image has it.
        '--exclude=SC1091',
        '--external-sources',
        ...scripts,
      ],
      { cwd: root },
    );
    for (const { file, line, code, message } of parseFindings(answer.stdout)) {
      yield {
        file,
        line,
        what: message,
        mend: `See SC${code} of shellcheck.`,
      };
    }
  },
};

interface Finding {
  file: string;
  line: number;
  code: number;
  message: string;
}

function parseFindings(output: string): Finding[] {
  return output.trim() ? JSON.parse(output) : [];
}
