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

import { InputError } from '@backstage/errors';
import type { Tree } from '../../tree';
import type { Problem } from './Problem';

/**
 * Why a check could not do its work. What reads the tree says so in lines of `file: what`.
 *
 * @internal
 */
export function failureProblems(error: Error, tree: Tree): Problem[] {
  const lines = error.message.split('\n').map(line => {
    const [, file, at, what] = /^([^\s:]+)(?::(\d+))?: (.+)$/.exec(line) ?? [];
    return file && tree.has(file)
      ? { file, line: at ? Number(at) : undefined, what }
      : undefined;
  });
  const named = lines.filter(line => line !== undefined);
  return error instanceof InputError && named.length > 0
    ? named.map(line => ({
        ...line,
        mend: 'Correct it first: the checks that build on it look at nothing until then.',
      }))
    : [
        {
          file: '.',
          what: `the check failed: ${error.message}`,
          mend: 'If the message does not say what to do, it is a mistake of the check: please report it.',
        },
      ];
}
