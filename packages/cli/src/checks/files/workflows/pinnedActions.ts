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

const PINNED = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/;

/**
 * Tags of actions have been moved to malicious commits (trivy-action, March 2026): a commit cannot be.
 *
 * @internal
 */
export const pinnedActions: Check = {
  id: 'workflows/pinned',
  title: 'Actions are pinned by commit, with the version beside it',
  *run({ tree, count }) {
    for (const workflow of workflowsOf(tree)) {
      for (const { value, path } of stepsOf(workflow)) {
        const uses = textAt(value, 'uses');
        if (!uses || uses.startsWith('./')) continue;
        count('actions');
        const line = workflow.document.lineOf([...path, 'uses']);
        const at = { file: workflow.file, line };
        if (uses.startsWith('docker://')) {
          if (!uses.includes('@sha256:')) {
            yield {
              ...at,
              what: `${uses} is not pinned by digest`,
              mend: 'Write docker://<image>@sha256:<digest>.',
            };
          }
        } else if (!PINNED.test(uses)) {
          yield {
            ...at,
            what: `${uses} is not pinned by commit`,
            mend: 'Write the 40 digits of the commit after @, and the version as a comment.',
          };
        } else if (
          !/#\s*v?\d+/.test(workflow.text.split('\n')[line - 1] ?? '')
        ) {
          yield {
            ...at,
            what: `${uses} has no version beside it`,
            mend: 'Add the version that the commit is, as a comment: # v1.2.3.',
          };
        }
      }
    }
  },
};
