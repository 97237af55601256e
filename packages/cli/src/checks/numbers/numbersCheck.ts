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

import { isDeepStrictEqual } from 'node:util';
import type { Check } from '../core/Check';
import type { Figure } from './Figure';
import { FIGURES } from './figures';

/** @internal */
export const numbersCheck: Check = createNumbersCheck(FIGURES);

/** A check of a table of figures. @internal */
export function createNumbersCheck(figures: readonly Figure[]): Check {
  return {
    id: 'numbers',
    title:
      'The figures that the source documents demand are those of the manifests',
    async *run({ tree, rendering, samples, count, notChecked }) {
      const sources = {
        tree,
        platform: await rendering(),
        samples: await samples(),
      };
      for (const figure of figures) {
        const { expected, document, where } = figure;
        if (figure.applies && !figure.applies(sources)) {
          notChecked(
            `${figure.figure} (${document})`,
            'what it is of is switched off, or in no environment of this platform',
          );
          continue;
        }
        const found = figure.find(sources);
        count('figures');
        if (found.length === 0) {
          yield {
            file: '.',
            what: `${figure.figure} (${document}): nothing has it`,
            mend: `It belongs to ${where}.`,
          };
        }
        for (const { file, line, value } of found) {
          const fits =
            figure.fits?.(value) ?? isDeepStrictEqual(value, expected);
          if (!fits) {
            yield {
              file,
              line,
              what: `${figure.figure} (${document}): it is ${JSON.stringify(
                value,
              )}`,
              mend: `Make it ${JSON.stringify(expected)}: ${where}.`,
            };
          }
        }
      }
    },
  };
}
