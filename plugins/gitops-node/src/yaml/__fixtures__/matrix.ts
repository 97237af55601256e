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

import type { JsonValue } from '@backstage/types';
import type { YamlEdit } from '../YamlEdit';

/** A small file, an edit, and what the file must be then, byte for byte. */
export interface MatrixCase {
  name: string;
  source: string;
  edit: YamlEdit;
  expected: string;
}

/** How the edited value is written, before and after; `indent` is the column of its key. */
interface Style {
  block: boolean;
  old: (indent: string) => string;
  wanted: (indent: string) => string;
  value: JsonValue;
}

/** Where the value stands: what is before it and after it in a file of its own. */
interface Placement {
  path: string;
  before: string;
  after: string;
  indent: string;
  flow?: boolean;
}

const inline = (old: string, wanted: string, value: JsonValue): Style => ({
  block: false,
  old: () => old,
  wanted: () => wanted,
  value,
});

const styles: Record<string, Style> = {
  plain: inline('1.0.0', '1.2.3', '1.2.3'),
  'plain to a number-like string': inline('one', "'1.1'", '1.1'),
  'plain to a boolean-like string': inline('one', "'on'", 'on'),
  'plain to an exponent-like string': inline('one', "'1e3'", '1e3'),
  'plain to a hexadecimal-like string': inline('one', "'0x1f'", '0x1f'),
  'plain to a date-like string': inline('one', "'2001-12-14'", '2001-12-14'),
  'plain to a null-like string': inline('one', "'~'", '~'),
  'plain to an empty string': inline('one', "''", ''),
  'single quoted': inline("'it''s'", "'don''t'", "don't"),
  'double quoted': inline('"a\\tb"', '"c\\td"', 'c\td'),
  number: inline('3', '5', 5),
  'octal number': inline('0o17', '8', 8),
  boolean: inline('true', 'false', false),
  null: inline('~', 'text', 'text'),
  anchored: inline('&only one', '&only two', 'two'),
  tagged: inline('!!str one', '!!str two', 'two'),
  'flow list': inline('[1, 2]', '[1, 3]', [1, 3]),
  'flow mapping': inline('{x: 1}', '{x: 2}', { x: 2 }),
  literal: {
    block: true,
    old: indent => `|\n${indent}  one\n${indent}  two`,
    wanted: indent => `|\n${indent}  one\n${indent}  three`,
    value: 'one\nthree\n',
  },
  'literal, stripped': {
    block: true,
    old: indent => `|- # why\n${indent}    one\n\n${indent}    two`,
    wanted: indent => `|- # why\n${indent}    one`,
    value: 'one',
  },
  folded: {
    block: true,
    old: indent => `>-\n${indent}  one\n${indent}  two`,
    wanted: indent => `>-\n${indent}  three`,
    value: 'three',
  },
};

const placements: Record<string, Placement> = {
  'first key': {
    path: 'target',
    before: 'target: ',
    after: '\nnext: 1\n',
    indent: '',
  },
  'last key': {
    path: 'target',
    before: 'first: 1\ntarget: ',
    after: '\n',
    indent: '',
  },
  'nested key': {
    path: 'a.b.target',
    before: 'a:\n    b:\n        target: ',
    after: '\n        next: 1\n    c: 2\n',
    indent: '        ',
  },
  'compact mapping': {
    path: 'list[name=x].target',
    before: 'list:\n  - name: w\n  - name: x\n    target: ',
    after: '\n    next: 1\n  - name: y\n',
    indent: '    ',
  },
  'first key of a compact mapping': {
    path: 'list[0].target',
    before: 'list:\n  - target: ',
    after: '\n    name: x\n',
    indent: '    ',
  },
  'indentless list': {
    path: 'list[1]',
    before: 'list:\n- a\n- ',
    after: '\n- c\nnext: 1\n',
    indent: '',
  },
  'list in a list': {
    path: '[0][1]',
    before: '- - a\n  - ',
    after: '\n  - c\n- d\n',
    indent: '  ',
  },
  'quoted key': {
    path: 'a["argocd/app.name"]',
    before: 'a:\n  "argocd/app.name": ',
    after: '\n  b: 1\n',
    indent: '  ',
  },
  'explicit key': {
    path: 'target',
    before: '? target\n: ',
    after: '\n? next\n',
    indent: '',
  },
  'flow mapping': {
    path: 'f.target',
    before: 'f: {a: 1, target: ',
    after: ', b: 2} # f\n',
    indent: '',
    flow: true,
  },
  'flow mapping over lines': {
    path: 'f.target',
    before: 'f: {\n  a: 1, # a\n  target: ',
    after: ' # target\n}\n',
    indent: '',
    flow: true,
  },
  'flow list': {
    path: 'f[1]',
    before: 'f: [ a, ',
    after: ' , c, ]\n',
    indent: '',
    flow: true,
  },
};

/** What stands around: the features of the file that an edit must leave alone. */
const surroundings: Record<
  string,
  {
    wrap: (part: 'before' | 'value' | 'after', text: string) => string;
    document?: number;
  }
> = {
  none: { wrap: (_, text) => text },
  'comments with tabs': {
    wrap: (part, text) => {
      if (part === 'before') {
        return `# top\t\tof file\n\n${text}`;
      }
      return part === 'after' ? `${text}\n#\tend\n` : text;
    },
  },
  CRLF: { wrap: (_, text) => text.replace(/\n/g, '\r\n') },
  'byte order mark': {
    wrap: (part, text) => (part === 'before' ? `\uFEFF${text}` : text),
  },
  'no final newline': {
    wrap: (part, text) => (part === 'after' ? text.replace(/\n$/, '') : text),
  },
  directives: {
    wrap: (part, text) =>
      part === 'before'
        ? `%YAML 1.2\n%TAG !e! tag:example.com,2026:\n---\n${text}`
        : text,
  },
  'second of three documents': {
    wrap: (part, text) => {
      if (part === 'before') {
        return `---\nbase: &b { x: 1 }\nuse:\n  <<: *b\n---\n${text}`;
      }
      return part === 'after'
        ? `${text}...\n# between\n---\nlast: |+\n  text\n\n`
        : text;
    },
    document: 1,
  },
};

/** Every style in every placement where YAML allows it, in every surrounding. */
export const matrix: MatrixCase[] = Object.entries(surroundings).flatMap(
  ([around, { wrap, document }]) =>
    Object.entries(placements).flatMap(([where, placement]) =>
      Object.entries(styles)
        .filter(([, style]) => !(placement.flow && style.block))
        // A text that must end in a line break gets one.
        .filter(
          ([how]) =>
            !(
              how === 'literal' &&
              where === 'last key' &&
              around === 'no final newline'
            ),
        )
        .map(([how, style]) => {
          const { before, after, indent, path } = placement;
          const text = (value: string) =>
            wrap('before', before) +
            wrap('value', value) +
            wrap('after', after);
          return {
            name: `${how} / ${where} / ${around}`,
            source: text(style.old(indent)),
            edit: { op: 'set' as const, path, value: style.value, document },
            expected: text(style.wanted(indent)),
          };
        }),
    ),
);

interface Growth {
  edit: YamlEdit;
  before: string;
  added: string;
  after: string;
}

const growths: Record<string, Growth> = {
  'key at the end': {
    edit: { op: 'set', path: 'a.new', value: 1 },
    before: 'a:\n    b: 1 # b\n',
    added: '    new: 1\n',
    after: '    # of a\n\nc: 2\n',
  },
  'key behind a block scalar': {
    edit: { op: 'set', path: 'a.new', value: 'x' },
    before: 'a:\n  b: |\n    text\n',
    added: '  new: x\n',
    after: '\nc: 2\n',
  },
  'key of a compact mapping': {
    edit: { op: 'set', path: 'l[name=x].new', value: true },
    before: 'l:\n- name: x\n',
    added: '  new: true\n',
    after: '- name: y\n',
  },
  'missing parents': {
    edit: { op: 'set', path: 'a.new.deep', value: ['1', 2] },
    before: 'a:\n   b:\n      c: 1\n',
    added: "   new:\n      deep:\n         - '1'\n         - 2\n",
    after: 'd: 1\n',
  },
  'key of an empty value': {
    edit: { op: 'set', path: 'a.new', value: 1 },
    before: 'a: # empty\n',
    added: '  new: 1\n',
    after: 'b: 1\n',
  },
  'value of an empty key': {
    edit: { op: 'set', path: 'a', value: 1 },
    before: 'a:',
    added: ' 1',
    after: ' # empty\nb: 1\n',
  },
  'item of an indentless list': {
    edit: { op: 'append', path: 'l', value: { name: 'y', on: 'no' } },
    before: 'l:\n- name: x\n',
    added: "- name: 'y'\n  'on': 'no'\n",
    after: 'm: 1\n',
  },
  'item of an indented list': {
    edit: { op: 'append', path: 'l', value: 'b' },
    before: 'l:\n    - a # a\n',
    added: '    - b\n',
    after: 'm: 1\n',
  },
  'item by selector': {
    edit: { op: 'set', path: 'l[name=y].value', value: 'v' },
    before: 'l:\n  - name: x\n    value: w\n',
    added: "  - name: 'y'\n    value: v\n",
    after: '',
  },
  'item of a flow list': {
    edit: { op: 'append', path: 'f', value: 'c,d' },
    before: 'f: [a, b',
    added: ", 'c,d'",
    after: '] # f\n',
  },
  'item of a flow list with a last comma': {
    edit: { op: 'append', path: 'f', value: 'c' },
    before: 'f: [\n  a, # a\n  b, # b',
    added: '\n  c,',
    after: '\n]\n',
  },
  'key of a flow mapping': {
    edit: { op: 'set', path: 'f.new', value: { x: [1] } },
    before: 'f: { a: 1',
    added: ', new: { x: [1] }',
    after: ' }\n',
  },
};

/** What is added to a file, and what removing it again gives: the file as it was. */
export const growthMatrix: MatrixCase[] = Object.entries(surroundings).flatMap(
  ([around, { wrap, document }]) =>
    Object.entries(growths).map(([how, growth]) => ({
      name: `${how} / ${around}`,
      source: wrap('before', growth.before) + wrap('after', growth.after),
      edit: { ...growth.edit, document },
      expected:
        wrap('before', growth.before) +
        wrap('value', growth.added) +
        wrap('after', growth.after),
    })),
);
