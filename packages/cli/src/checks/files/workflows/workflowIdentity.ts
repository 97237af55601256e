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
import { recordAt, textAt, valueAt } from '../../yaml';
import { stepsOf, workflowsOf } from './workflowsOf';

const STATIC_KEY =
  /aws-access-key-id|aws-secret-access-key|AWS_SECRET_ACCESS_KEY|secrets\.AWS_ACCESS_KEY/i;

/** @internal */
export const workflowIdentity: Check = {
  id: 'workflows/identity',
  title: 'Workflows reach AWS by OpenID Connect, without keys',
  *run({ tree, count }) {
    for (const workflow of workflowsOf(tree)) {
      const { file, text, value, document } = workflow;
      count('workflows');
      const index = text.split('\n').findIndex(line => STATIC_KEY.test(line));
      if (index !== -1) {
        yield {
          file,
          line: index + 1,
          what: 'uses a static key of AWS',
          mend: 'Assume a role by OpenID Connect: role-to-assume, and permissions id-token: write.',
        };
      }
      for (const { value: step, path } of stepsOf(workflow)) {
        const uses = textAt(step, 'uses') ?? '';
        if (!uses.startsWith('aws-actions/configure-aws-credentials@'))
          continue;
        const line = document.lineOf(path);
        if (!textAt(step, 'with', 'role-to-assume')) {
          yield {
            file,
            line,
            what: 'configures AWS without a role',
            mend: 'Give role-to-assume.',
          };
        }
        const isWritten = [value, recordAt(value, ...path.slice(0, 2))].some(
          holder => valueAt(holder, 'permissions', 'id-token') === 'write',
        );
        if (!isWritten && path[0] === 'jobs') {
          yield {
            file,
            line,
            what: `job ${path[1]} assumes a role, but may not ask for a token`,
            mend: 'Add permissions: id-token: write to the job.',
          };
        }
      }
    }
  },
};
