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

import type { Check } from '../core/Check';
import type { CheckContext } from '../core/CheckContext';
import type { Problem } from '../core/Problem';
import type { Rendering } from '../rendering';

/**
 * A check of each feature set by itself; with `samples`, also of what a tree offers and does not deploy.
 *
 * @internal
 */
export function overRenderings(
  id: string,
  title: string,
  check: (rendering: Rendering, context: CheckContext) => Iterable<Problem>,
  options: { samples?: boolean } = {},
): Check {
  return {
    id,
    title,
    async *run(context) {
      for await (const rendering of context.renderings()) {
        if (rendering.isSample && !options.samples) continue;
        for (const problem of check(rendering, context)) {
          yield rendering.name === 'platform.yaml' || rendering.isSample
            ? problem
            : {
                ...problem,
                mend: `${problem.mend} (Seen with the features of ${rendering.name}.)`,
              };
        }
      }
    },
  };
}
