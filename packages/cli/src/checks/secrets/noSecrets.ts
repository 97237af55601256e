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

import { lintSource } from '@secretlint/core';
import { creator } from '@secretlint/secretlint-rule-preset-recommend';
import type { Check } from '../core/Check';
import { findOwnSecrets } from './findOwnSecrets';

const PRESET = '@secretlint/secretlint-rule-preset-recommend';

const MEND =
  'Revoke it, take it out, and bring it by an ExternalSecret. It stays in the history of Git until that is rewritten.';

/** @internal */
export const noSecrets: Check = {
  id: 'secrets/none',
  title: 'Nothing in the tree looks like a secret',
  async *run({ tree, count }) {
    for (const [file, text] of tree) {
      count('files');
      const lines = new Set<number>();
      for (const { line, what } of findOwnSecrets(file, text)) {
        lines.add(line);
        yield { file, line, what, mend: MEND };
      }
      const { messages } = await lintSource({
        source: {
          filePath: `/${file}`,
          content: text,
          ext: file.slice(file.lastIndexOf('.')),
          contentType: 'text',
        },
        options: {
          maskSecrets: true,
          config: { rules: [{ id: PRESET, rule: creator }] },
        },
      });
      for (const { loc, message } of messages) {
        if (!lines.has(loc.start.line)) {
          yield { file, line: loc.start.line, what: message, mend: MEND };
        }
      }
    }
  },
};
