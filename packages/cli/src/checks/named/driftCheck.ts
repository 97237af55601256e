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

import { planRender } from '../../render';
import type { Check } from '../core/Check';

/** Files that are named one by one. */
const SHOWN = 10;

/** @internal */
export const driftCheck: Check = {
  id: 'rendered',
  title: 'What platform render writes is what is committed',
  *run({ tree, count }) {
    const { write, remove } = planRender(tree);
    count('files', tree.size);
    const differing = [...write.keys()];
    if (differing.length > SHOWN) {
      yield {
        file: differing[SHOWN],
        what: `and ${
          differing.length - SHOWN
        } files more are not what platform.yaml and infrastructure/ make of them`,
        mend: 'Run `platform render` and commit what it writes.',
      };
    }
    for (const file of differing.slice(0, SHOWN)) {
      yield {
        file,
        what: tree.has(file)
          ? 'is not what platform.yaml and infrastructure/ make of it'
          : 'is missing',
        mend: 'Run `platform render` and commit what it writes.',
      };
    }
    for (const file of remove) {
      yield {
        file,
        what: 'is written by render no longer',
        mend: 'Run `platform render` and commit that it is gone.',
      };
    }
  },
};
