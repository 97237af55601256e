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
import type { Problem } from '../../core/Problem';
import { lintWorkflows, type LintFinding } from './lintWorkflows';
import { workflowsOf } from './workflowsOf';

/** What the WebAssembly build, which is older than the runners and contexts of today, does not know yet. */
function isOutdated({ kind, message }: LintFinding): boolean {
  return (
    kind === 'runner-label' ||
    message.startsWith('undefined variable "vars"') ||
    /^unknown permission scope "(attestations|models)"/.test(message) ||
    /^input "[^"]+" is not defined in action|missing input ".*" which is required by action/.test(
      message,
    )
  );
}

/** @internal */
export const workflowSyntax: Check = {
  id: 'workflows/syntax',
  title: 'actionlint accepts every workflow',
  async *run({ tree, root, tools, count, notChecked }) {
    const workflows = workflowsOf(tree).filter(({ isAction }) => !isAction);
    count('workflows', workflows.length);
    if (workflows.length === 0) return;
    if (tools.find('actionlint')) {
      const answer = await tools.run(
        'actionlint',
        [
          '-no-color',
          '-format',
          '{{json .}}',
          ...workflows.map(({ file }) => file),
        ],
        { cwd: root },
      );
      yield* problemsOf(JSON.parse(answer.stdout || '[]'));
      return;
    }
    notChecked(
      'what is newer than actionlint 1.6.22 (runner labels, vars), and the shell in run',
      'actionlint is not on PATH; its WebAssembly build was used',
    );
    const found = await lintWorkflows(
      workflows.map(({ file, text }) => [file, text]),
    );
    yield* problemsOf(found.filter(finding => !isOutdated(finding)));
  },
};

interface Finding {
  line: number;
  message: string;
  /** As the module says it, and as the program does. */
  file?: string;
  filepath?: string;
}

function problemsOf(findings: readonly Finding[]): Problem[] {
  return findings.map(finding => ({
    file: finding.filepath ?? finding.file ?? '.',
    line: finding.line,
    what: finding.message,
    mend: 'Do what actionlint says.',
  }));
}
