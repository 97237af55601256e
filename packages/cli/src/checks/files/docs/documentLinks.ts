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

import path from 'node:path';
import type { Tree } from '../../../tree';
import type { Check } from '../../core/Check';
import { hasPath } from './hasPath';
import { anchorsOf } from './anchorsOf';
import { proseOf } from './proseOf';

/** @internal */
export const documentLinks: Check = {
  id: 'docs/links',
  title: 'Relative links in documents, and the anchors they name, are there',
  *run({ tree, count }) {
    for (const [file, text] of tree) {
      if (!file.endsWith('.md')) continue;
      count('documents');
      for (const { line, prose } of proseOf(text)) {
        const links = prose.matchAll(
          /!?\[[^\]]*\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)|^\[[^\]]+\]:\s+(\S+)/g,
        );
        for (const [, inline, reference] of links) {
          const link = inline ?? reference;
          if (/^[a-z][a-z0-9+.-]*:/i.test(link) || link.startsWith('//'))
            continue;
          count('links');
          const what = whatIsWrong(tree, file, link);
          if (what) {
            yield {
              file,
              line,
              what,
              mend: 'Correct the link, or write what it points to.',
            };
          }
        }
      }
    }
  },
};

function whatIsWrong(tree: Tree, file: string, link: string) {
  const [target, anchor] = decodeURI(link).split('#');
  const named = target.startsWith('/')
    ? target.slice(1)
    : path.posix.join(path.posix.dirname(file), target);
  const at = target ? named : file;
  // What lies outside the tree is the business of the repository that it is part of.
  if (at.startsWith('..')) return `${link} points out of the tree`;
  if (!hasPath(tree, at)) return `${link} points to ${at}, which is not there`;
  const text = tree.get(at);
  return anchor &&
    text !== undefined &&
    at.endsWith('.md') &&
    !anchorsOf(text).has(anchor.toLowerCase())
    ? `${link}: ${at} has no heading #${anchor}`
    : undefined;
}
