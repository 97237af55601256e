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

import { joinPath } from '../../charts';
import { valueAt } from '../../yaml';
import type { ReleaseRule } from './releaseRule';

/** Findings where a path of the values does not hold what it must. @internal */
export function expects(
  path: string[],
  expected: unknown,
  why: string,
): ReleaseRule['findings'] {
  return ({ values }) => {
    const found = valueAt(values, ...path);
    return String(found) === String(expected)
      ? []
      : [
          {
            what: `${joinPath(path)} is ${
              JSON.stringify(found) ?? 'not set'
            }: ${why}`,
            mend: `Set it to ${JSON.stringify(expected)}.`,
          },
        ];
  };
}

/** Several in one. @internal */
export function all(
  ...parts: ReleaseRule['findings'][]
): ReleaseRule['findings'] {
  return (release, rendering) =>
    parts.flatMap(part => [...part(release, rendering)]);
}
