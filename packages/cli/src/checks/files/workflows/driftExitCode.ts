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

/** @internal */
export const driftExitCode: Check = {
  id: 'workflows/drift',
  title: 'Only exit code 2 of terraform plan counts as drift',
  *run({ tree, count }) {
    for (const workflow of workflowsOf(tree)) {
      const { file, text, document } = workflow;
      for (const { value, path } of stepsOf(workflow)) {
        const script = textAt(value, 'run') ?? '';
        if (!script.includes('-detailed-exitcode')) continue;
        count('plans');
        const id = textAt(value, 'id');
        const byOutcome =
          id && new RegExp(`steps\\.${id}\\.(outcome|conclusion)`).test(text);
        if (byOutcome || !/\b2\b/.test(script)) {
          yield {
            file,
            line: document.lineOf([...path, 'run']),
            what: 'takes any failure of the plan for drift: exit code 1 is an error, only 2 is drift',
            mend: 'Keep the exit code in the script and compare it with 2.',
          };
        }
      }
    }
  },
};
