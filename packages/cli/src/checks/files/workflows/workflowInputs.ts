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
import { textAt } from '../../yaml';
import { stepsOf, workflowsOf } from './workflowsOf';

/** What somebody outside may have written. */
const FOREIGN =
  /\$\{\{[^}]*\b(inputs\.[\w-]+|github\.event\.[\w.-]+|github\.(?:head_ref|ref_name|base_ref)|steps\.[\w-]+\.outputs\.(?:title|body|branch))[^}]*\}\}/g;

/** @internal */
export const workflowInputs: Check = {
  id: 'workflows/inputs',
  title: 'No input or event is written into a script',
  *run({ tree, count }) {
    for (const workflow of workflowsOf(tree)) {
      for (const { value, path } of stepsOf(workflow)) {
        for (const [key, script] of [
          [['run'], textAt(value, 'run')],
          [['with', 'script'], textAt(value, 'with', 'script')],
        ] as const) {
          if (!script) continue;
          count('scripts');
          for (const [, name] of script.matchAll(FOREIGN)) {
            yield {
              file: workflow.file,
              line: workflow.document.lineOf([...path, ...key]),
              what: `\${{ ${name} }} stands in a script: whoever chooses it writes the script`,
              mend: `Hand it over as a variable: env: VALUE: \${{ ${name} }}, and "$VALUE" in the script.`,
            };
          }
        }
      }
    }
  },
};
