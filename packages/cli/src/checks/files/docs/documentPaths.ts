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
import type { Check } from '../../core/Check';
import type { Tree } from '../../../tree';
import { hasPath } from './hasPath';
import { codeOf, proseOf } from './proseOf';

/** A path, and nothing that stands for something else. */
const PATH = /^\.?\/?[\w.@-]+(\/[\w.@-]+)+\/?$/;

const SHELL = new Set(['', 'bash', 'sh', 'shell', 'console', 'shell-session']);

/** @internal */
export const documentPaths: Check = {
  id: 'docs/paths',
  title: 'Files and npm scripts that documents name are there',
  *run({ tree, count }) {
    const top = new Set(
      [...tree.keys()]
        .filter(file => file.includes('/'))
        .map(file => file.split('/')[0]),
    );
    const scripts = scriptsOf(tree);
    for (const [file, text] of tree) {
      if (!file.endsWith('.md')) continue;
      const pieces = [
        ...proseOf(text).flatMap(({ line, code }) =>
          code.map(piece => ({ line, piece })),
        ),
        ...codeOf(text)
          .filter(({ language }) => SHELL.has(language))
          .map(({ line, text: piece }) => ({ line, piece })),
      ];
      for (const { line, piece } of pieces) {
        for (const word of piece.split(/[\s"'`=()]+/)) {
          const named = word.replace(/^\.\//, '').replace(/[.,:;]+$/, '');
          if (!PATH.test(named) || !top.has(named.split('/')[0])) continue;
          count('paths');
          const beside = path.posix.join(path.posix.dirname(file), named);
          if (!hasPath(tree, named) && !hasPath(tree, beside)) {
            yield {
              file,
              line,
              what: `names ${named}, which is not there`,
              mend: 'Correct the path. Something that stands for others is written with <…>.',
            };
          }
        }
        const script = /\b(?:npm|yarn) run ([\w:-]+)/.exec(piece)?.[1];
        if (script && scripts && !scripts.has(script)) {
          yield {
            file,
            line,
            what: `names the npm script ${script}, which no package.json of the tree has`,
            mend: 'Correct the command.',
          };
        }
      }
    }
  },
};

/** The scripts of every package.json; `undefined` where the tree has none, for then they are another repository's. */
function scriptsOf(tree: Tree): Set<string> | undefined {
  const texts = [...tree].filter(([file]) => /(^|\/)package\.json$/.test(file));
  return texts.length === 0
    ? undefined
    : new Set(
        texts.flatMap(([, text]) =>
          Object.keys(JSON.parse(text).scripts ?? {}),
        ),
      );
}
