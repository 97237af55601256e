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

/** @internal */
export const imageCopies: Check = {
  id: 'workflows/copies',
  title:
    'Images are copied between registries as they are, with their signatures',
  *run({ tree, count }) {
    for (const [file, text] of tree) {
      if (!/^\.github\/|^infrastructure\/tekton/.test(file)) continue;
      for (const [index, line] of text.split('\n').entries()) {
        const code = line.replace(/(^|\s)(#|\/\/).*$/, '');
        if (
          /\b(cosign|crane|oras|regctl)\b.*\bcopy\b|\bcopy\b.*--all\b/.test(
            code,
          )
        ) {
          count('copies');
        }
        if (/imagetools\s+create/.test(code)) {
          yield {
            file,
            line: index + 1,
            what: 'imagetools create wraps the image anew: its digest is another, and no signature fits it',
            mend: 'Copy it with cosign copy, which takes the signatures along.',
          };
        } else if (
          /\bcrane\s+(copy|cp)\b/.test(code) &&
          !/cosign\s+copy/.test(text)
        ) {
          yield {
            file,
            line: index + 1,
            what: 'crane copy leaves the signatures behind',
            mend: 'Copy it with cosign copy, or the signatures after it.',
          };
        }
      }
    }
  },
};
