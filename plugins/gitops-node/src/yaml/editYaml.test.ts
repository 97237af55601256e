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
import { parse } from 'yaml';
import { editYaml } from './editYaml';
import type { YamlEdit, YamlPath } from './YamlEdit';
import { YamlEditError } from './YamlEditError';

const set = (path: YamlPath, value: JsonValue): YamlEdit => ({
  op: 'set',
  path,
  value,
});
const append = (path: YamlPath, value: JsonValue): YamlEdit => ({
  op: 'append',
  path,
  value,
});
const remove = (path: YamlPath): YamlEdit => ({ op: 'remove', path });

describe('editYaml', () => {
  it.each<[string, string, YamlEdit[], string]>([
    ['fills an empty file', '', [set('a.b', [1])], 'a:\n  b:\n    - 1\n'],
    ['fills a file of comments', '# a', [set('b', 'x')], '# a\nb: x'],
    [
      'fills an empty document',
      '---\n# a\n...\n',
      [set('b', 1)],
      '---\n# a\nb: 1\n...\n',
    ],
    [
      'opens up an empty mapping',
      'a: {} # a\n',
      [set('a.b', 1)],
      'a: # a\n  b: 1\n',
    ],
    ['opens up an empty root', '{}\n', [set('a', 1)], 'a: 1\n'],
    [
      'keeps a comment in an empty mapping',
      'a: { # a\n  }\n',
      [set('a.b', 1)],
      'a: { # a\n  b: 1}\n',
    ],
    ['appends to an empty list', 'a: []\n', [append('a', 'x')], 'a:\n  - x\n'],
    [
      'makes the list that it appends to',
      'a: 1\n',
      [append('b.c', 'x')],
      'a: 1\nb:\n  c:\n    - x\n',
    ],
    [
      'appends to an empty value',
      'a:\nb: 1\n',
      [append('a', 'x')],
      'a:\n  - x\nb: 1\n',
    ],
    [
      'appends what is there once',
      'a: [x]\n',
      [append('a', 'x'), append('a', 'z'), append('a', 'z')],
      'a: [x, z]\n',
    ],
    [
      'appends to the root list',
      '- a\n',
      [append('', { b: 1 })],
      '- a\n- b: 1\n',
    ],
    [
      'removes a key with its comment',
      'a: 1\nb: 2 # b\n# c\nc: 3\n',
      [remove('b')],
      'a: 1\n# c\nc: 3\n',
    ],
    ['removes the last key', 'a: 1\r\nb:\r\n  c: 2', [remove('b')], 'a: 1'],
    [
      'removes the only key',
      'a:\n  b: 1 # b\nc: 1\n',
      [remove('a.b')],
      'a: {}\nc: 1\n',
    ],
    ['removes the only item', 'a:\n- 1\n', [remove('a[0]')], 'a: []\n'],
    [
      'removes the first key of a compact mapping',
      '- a: 1 # a\n  # b\n  b: 2\n',
      [remove('[0].a')],
      '- # b\n  b: 2\n',
    ],
    [
      'removes an item by selector',
      'l:\n- name: a\n  x: 1\n- name: b\n',
      [remove('l[name=a]')],
      'l:\n- name: b\n',
    ],
    [
      'removes from a flow list',
      'f: [a, b , c]\n',
      [remove('f[0]'), remove('f[1]')],
      'f: [b]\n',
    ],
    [
      'removes a line of a flow mapping',
      'f: {\n  a: 1, # a\n  b: 2, # b\n}\n',
      [remove('f.b')],
      'f: {\n  a: 1, # a\n}\n',
    ],
    [
      'removes nothing where nothing is',
      'a: 1\n',
      [remove('b.c'), remove('a')],
      '{}\n',
    ],
    [
      'replaces a mapping by text',
      'a:\n  b: 1 # b\n\nc: 1\n',
      [set('a', 'x')],
      'a: x\n\nc: 1\n',
    ],
    [
      'replaces text by a mapping',
      'a: x # a\nc: 1\n',
      [set('a', { b: { d: 1 } })],
      'a: # a\n  b:\n    d: 1\nc: 1\n',
    ],
    [
      'replaces a value in the next line',
      'a: # a\n  x # x\nb: 1\n',
      [set('a', { c: 1 })],
      'a: # a # x\n  c: 1\nb: 1\n',
    ],
    [
      'replaces a literal by a list',
      'a: |- # a\n  x\n\nb: 1\n',
      [set('a', [1])],
      'a: # a\n  - 1\n\nb: 1\n',
    ],
    [
      'replaces a mapping by a list',
      'a:\n  b: 1\n  c: 2\nd: 1\n',
      [set('a', ['x'])],
      'a:\n  - x\nd: 1\n',
    ],
    [
      'replaces a compact mapping',
      '- a: 1\n  b: 2 # b\n- c\n',
      [set('[0]', ['x', 'z'])],
      '- - x\n  - z\n- c\n',
    ],
    [
      'writes text of several lines',
      'a: x # a\nb: 1\n',
      [set('a', 'l\n\nm\n')],
      'a: | # a\n  l\n\n  m\nb: 1\n',
    ],
    [
      'ends text of several lines with a line break',
      'a: x',
      [set('a', 'l\nm\n')],
      'a: |\n  l\n  m\n',
    ],
    [
      'quotes text that a literal cannot hold',
      'a: x\n',
      [set('a', ' l\nm\n\n')],
      'a: " l\\nm\\n\\n"\n',
    ],
    [
      'keeps a literal in its column',
      'a: |\n      x',
      [set('a', 'y')],
      'a: |-\n      y',
    ],
    [
      'turns a folded text of several lines into a literal',
      'a: >\n  x\n',
      [set('a', 'l\nm\n')],
      'a: |\n  l\n  m\n',
    ],
    [
      'merges a mapping into one',
      'a:\n  b: 1 # b\n  c: 2 # c\n',
      [set('a', { b: 1, d: 3 })],
      'a:\n  b: 1 # b\n  d: 3\n',
    ],
    [
      'shortens a list',
      'a:\n- 1 # 1\n- 2 # 2\n- 3 # 3\n',
      [set('a', [2, 3])],
      'a:\n- 2 # 2\n- 3 # 3\n',
    ],
    [
      'lengthens a list',
      'a: [1, 2]\n',
      [set('a', [1, 3, 4])],
      'a: [1, 3, 4]\n',
    ],
    [
      'gives a key without value one',
      '? a\n? b\n',
      [set('a', 1)],
      '? a\n: 1\n? b\n',
    ],
    [
      'gives a flow key without value one',
      '{a, b: , c: }\n',
      [set('a', 1), set('b', 2)],
      '{a: 1, b: 2, c: }\n',
    ],
    [
      'edits a mapping inside a flow list',
      '[a: 1, b]\n',
      [set('[0].a', 2)],
      '[a: 2, b]\n',
    ],
    [
      'overrides a merged key',
      'b: &b { x: 1, y: 2 }\nu:\n  <<: *b\n',
      [set('u.x', 3)],
      'b: &b { x: 1, y: 2 }\nu:\n  <<: *b\n  x: 3\n',
    ],
    [
      'replaces an alias',
      'a: &a 1\nb: *a # b\n',
      [set('b', 2)],
      'a: &a 1\nb: 2 # b\n',
    ],
    [
      'leaves a value that is equal',
      'a: 0x10 # sixteen\nb: "x"\n',
      [set('a', 16), set('b', 'x')],
      'a: 0x10 # sixteen\nb: "x"\n',
    ],
    ['finds a key that is a number', '80: a\n', [set([80], 'b')], '80: b\n'],
    [
      'quotes keys',
      'a: 1\n',
      [set(['yes', '1.0'], 'b: c')],
      "a: 1\n'yes':\n  '1.0': 'b: c'\n",
    ],
    [
      'keeps a key called __proto__ apart',
      'a: 1\n',
      [set(['__proto__', 'x'], 1)],
      'a: 1\n__proto__:\n  x: 1\n',
    ],
  ])('%s', (_, source, edits, expected) => {
    const edited = editYaml(source, edits);
    expect(edited).toBe(expected);
    expect(editYaml(edited, edits.slice(-1))).toBe(expected);
  });

  it.each([
    '1.1',
    '1',
    '-1',
    '+1',
    '.5',
    '1e3',
    '1E+3',
    '0x1f',
    '0o17',
    '017',
    '0b1',
    '1_000',
    '190:20:30',
    '.inf',
    '-.INF',
    '.nan',
    'true',
    'True',
    'yes',
    'NO',
    'on',
    'Off',
    'y',
    'N',
    'null',
    'Null',
    '~',
    '',
    '2001-12-14',
    '2001-12-14T21:59:43Z',
    '=',
    '<<',
    ' a',
    'a ',
    'a: b',
    'a #b',
    '#a',
    '- a',
    '-',
    '? a',
    '&a',
    '*a',
    '!a',
    '|',
    '>',
    '%a',
    '@a',
    '`a',
    '{a',
    '[a',
    ',a',
    'a\tb',
    'é',
    '😀',
    "it's",
    '"q"',
    '---',
    '...',
    '\u0085',
    '\u2028',
    '\uFEFF',
    'a\r\nb',
    '\u0000',
  ])('keeps the string %j a string for YAML 1.1 and 1.2 readers', value => {
    for (const source of ['a: x\n', 'a: {b: x}\n', 'a: [x]\n']) {
      const path = { 'a: x\n': 'a', 'a: {b: x}\n': 'a.b' }[source] ?? 'a[0]';
      const edited = editYaml(source, [set(path, value)]);
      for (const version of ['1.1', '1.2'] as const) {
        const { a } = parse(edited, { version });
        expect(typeof a === 'string' ? a : Object.values(a)[0]).toBe(value);
      }
    }
  });

  it.each<[string, string, YamlEdit, string]>([
    [
      'text that is no YAML',
      'a: 1\nb: [\n',
      set('a', 2),
      'line 3:1: the file is not valid YAML',
    ],
    [
      'duplicate keys',
      'a: 1\na: 2\n',
      set('a', 3),
      'line 2:1: the file is not valid YAML: Map keys must be unique',
    ],
    [
      'a value that an anchor shares',
      'a: &x 1\nb: *x\n',
      set('a', 2),
      "'a', line 1: the value is shared by the anchor &x",
    ],
    [
      'a key below a shared anchor',
      'a: &x\n  c: 1\nb: *x\n',
      set('a.d', 2),
      "'a.d', line 2: the value is shared by the anchor &x",
    ],
    [
      'a path through an alias',
      'a: &x {c: 1}\nb: *x\n',
      set('b.c', 2),
      'line 2: the path leads through the alias *x',
    ],
    [
      'an anchor that is used elsewhere',
      'a:\n  c: &x 1\nb: *x\n',
      remove('a'),
      'the anchor &x inside the value is used by an alias elsewhere',
    ],
    [
      'an empty value with a shared anchor',
      'a: &x\nb: *x\n',
      set('a', 2),
      'without changing something else',
    ],
    [
      'a part of a merged mapping',
      'a: &x {c: {d: 1}}\nb:\n  <<: *x\n',
      set('b.c.e', 1),
      "'c' comes from another mapping by <<",
    ],
    [
      'removing a merged key',
      'a: &x {c: 1}\nb:\n  <<: *x\n',
      remove('b.c'),
      'comes from another mapping by <<',
    ],
    [
      'a path into a scalar',
      'a: 1\n',
      set('a.b', 1),
      'leads into a single value',
    ],
    [
      'a key of a list',
      'a: [1]\n',
      set('a.b', 1),
      "a list where the path names the key 'b'",
    ],
    [
      'a selector of a mapping',
      'a: {b: 1}\n',
      set('a[name=x]', 1),
      'a mapping, not a list',
    ],
    [
      'an index beyond the end',
      'a: [1]\n',
      set('a[2]', 1),
      'the list has 1 items',
    ],
    [
      'an index where no list is',
      'a: 1\n',
      set('b[1]', 1),
      'there is no list yet',
    ],
    [
      'an ambiguous selector',
      '[{n: 1}, {n: 1}]\n',
      set('[n=1].x', 1),
      '2 items of the list match',
    ],
    [
      'a new item that is no mapping',
      'a: []\n',
      set('a[n=1]', 1),
      'a new one would have to be a mapping',
    ],
    [
      'appending to what is no list',
      'a: 1\n',
      append('a', 1),
      'not a list, so nothing can be appended',
    ],
    ['removing the document', 'a: 1\n', remove(''), 'the path is empty'],
    [
      'a path that is not understood',
      'a: 1\n',
      set('a[', 1),
      'from character 2 on',
    ],
    [
      'a document that is not there',
      'a: 1\n',
      { ...set('a', 1), document: 1 },
      'there is no document 1, the file has 1',
    ],
    [
      'a tag that the value does not fit',
      'a: !!int 1\n',
      set('a', 'x'),
      'without changing something else',
    ],
    [
      'an alias without bound',
      `a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [${'*a,'.repeat(
        20,
      )}]\nc: [${'*b,'.repeat(20)}]\n`,
      set('d', 1),
      'Excessive alias count',
    ],
  ])('refuses %s', (_, source, edit, message) => {
    let thrown: unknown;
    try {
      editYaml(source, [edit]);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(YamlEditError);
    expect(thrown).toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(message),
      remedy: expect.stringMatching(/^[A-Z].{10,}[^.]$/),
    });
  });

  it('refuses a value that JSON does not have', () => {
    const value = new Date(0) as unknown as JsonValue;
    expect(() => editYaml('a: 1\n', [set('a', value)])).toThrow(
      'not plain JSON',
    );
  });
});
