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
import { isRecord, recordAt, textAt, valueAt } from '../../yaml';
import { workflowsOf } from './workflowsOf';

/** @internal */
export const workflowPermissions: Check = {
  id: 'workflows/permissions',
  title:
    'Each workflow says what its token may do, and none lets a fork’s code have it',
  *run({ tree, count }) {
    for (const { file, value, document, text, isAction } of workflowsOf(tree)) {
      if (isAction) continue;
      count('workflows');
      const jobs = Object.entries(recordAt(value, 'jobs'));
      const isSet = valueAt(value, 'permissions') !== undefined;
      for (const [job, body] of jobs) {
        if (!isSet && valueAt(body, 'permissions') === undefined) {
          yield {
            file,
            line: document.lineOf(['jobs', job]),
            what: `job ${job} has whatever permissions the repository gives by default`,
            mend: 'Write permissions: {} at the top and what the job needs in the job.',
          };
        }
      }
      for (const path of [[], ...jobs.map(([job]) => ['jobs', job])]) {
        if (textAt(value, ...path, 'permissions') === 'write-all') {
          yield {
            file,
            line: document.lineOf([...path, 'permissions']),
            what: 'permissions: write-all',
            mend: 'Name what is needed.',
          };
        }
      }
      // YAML 1.1 readers take `on` for true.
      const on = value.on ?? value.true;
      const isTarget =
        on === 'pull_request_target' ||
        (Array.isArray(on) && on.includes('pull_request_target')) ||
        (isRecord(on) && 'pull_request_target' in on);
      if (
        isTarget &&
        /github\.event\.pull_request\.head|github\.head_ref/.test(text)
      ) {
        yield {
          file,
          line: document.lineOf(['on']),
          what: 'runs code of a pull request with the secrets of the repository (pull_request_target)',
          mend: 'Use pull_request, or check out the base only.',
        };
      }
    }
  },
};
