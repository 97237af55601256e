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
import fc from 'fast-check';
import {
  Document,
  isNode,
  parse as parseYaml,
  parseDocument,
  visit,
} from 'yaml';
import { editYaml } from './editYaml';
import { valueAt, withoutValueAt, withValueAt } from './yamlValue';

// The library counts a byte order mark as a column, and then misreads lists in lists.
const parse = (source: string): unknown =>
  parseYaml(source.replace(/^\uFEFF/, ''));

type Path = (string | number)[];

const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom(
    'on',
    '1.1',
    '1e3',
    '0x1f',
    '~',
    '2001-12-14',
    'a: b',
    'a\nb',
    'a\n\nb\n',
    '\n',
    ' a\n',
    '- a',
    '#',
    "'",
    '"',
    '|',
  ),
);
const scalar = fc.oneof(
  text,
  fc.integer(),
  fc
    .double({ noNaN: true, noDefaultInfinity: true })
    .map(n => (Object.is(n, -0) ? 0 : n)),
  fc.boolean(),
  fc.constant(null),
);
const key = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom('a', 'b', 'image', 'tag', 'on', '1', 'a.b'),
  },
  { weight: 1, arbitrary: text.filter(name => name !== '<<') },
);
const { value } = fc.letrec<{ value: JsonValue }>(tie => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 5, noNullPrototype: true }),
  ),
}));

const layout = fc.record({
  indent: fc.constantFrom(2, 3, 4),
  indentSeq: fc.boolean(),
  lineWidth: fc.constantFrom(0, 30),
  singleQuote: fc.constantFrom(true, false, null),
  flowEvery: fc.constantFrom(0, 3, 7),
  commentEvery: fc.constantFrom(0, 1, 2, 3),
  lineBreak: fc.constantFrom('\n', '\r\n'),
  mark: fc.constantFrom('', '\uFEFF'),
  finalBreak: fc.boolean(),
});

function write(
  content: JsonValue,
  style: ReturnType<typeof fc.sample<Layout>>[0],
) {
  const document = new Document(content, { version: '1.2' });
  let count = 0;
  visit(document, (_, node) => {
    count += 1;
    if (!isNode(node)) {
      return;
    }
    if (style.flowEvery && count % style.flowEvery === 0 && 'items' in node) {
      node.flow = true;
    }
    if (style.commentEvery && count % style.commentEvery === 0) {
      node.comment = ` comment ${count}`;
    }
  });
  const printed = document.toString({ ...style });
  // A last text that keeps its line breaks cannot have anything added behind it without one.
  const cut = !style.finalBreak && !/[|>]\d?\+/.test(printed);
  return (
    style.mark +
    printed.replace(/\n$/, cut ? '' : '\n').replace(/\n/g, style.lineBreak)
  );
}
type Layout = typeof layout extends fc.Arbitrary<infer T> ? T : never;

function pathsOf(content: JsonValue | undefined, path: Path = []): Path[] {
  if (typeof content !== 'object' || content === null) {
    return [path];
  }
  const below = Array.isArray(content)
    ? content.flatMap((item, index) => pathsOf(item, [...path, index]))
    : Object.entries(content).flatMap(([name, item]) =>
        pathsOf(item, [...path, name]),
      );
  return [path, ...below];
}

const sourceAndPath = fc
  .record({ content: value, style: layout })
  .map(({ content, style }) => write(content, style))
  // What the library itself does not read back is not ours to edit.
  .filter(source => parseDocument(source).errors.length === 0)
  .chain(source =>
    fc.record({
      source: fc.constant(source),
      path: fc.constantFrom(...pathsOf(parse(source) as JsonValue)),
    }),
  );

describe('editYaml, for any document', () => {
  it('sets a value at any place, once', () => {
    fc.assert(
      fc.property(sourceAndPath, value, ({ source, path }, wanted) => {
        const edit = { op: 'set' as const, path, value: wanted };
        const edited = editYaml(source, [edit]);
        expect(parse(edited)).toEqual(withValueAt(parse(source), path, wanted));
        expect(editYaml(edited, [edit])).toBe(edited);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves every byte outside a replaced scalar as it was', () => {
    fc.assert(
      fc.property(sourceAndPath, scalar, ({ source, path }, wanted) => {
        const body = source.replace(/^\uFEFF/, '');
        const document = parseDocument(body);
        const node: unknown = document.getIn(path, true);
        fc.pre(
          isNode(node) &&
            'value' in node &&
            !/^[|>]/.test(body.slice(node.range?.[0])),
        );
        fc.pre(typeof wanted !== 'string' || !wanted.includes('\n'));
        const [start, end] = (isNode(node) && node.range) || [0, 0];
        const edited = editYaml(source, [{ op: 'set', path, value: wanted }]);
        const mark = source.length - body.length;
        expect(edited.startsWith(source.slice(0, mark + start))).toBe(true);
        expect(edited.endsWith(body.slice(end))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('adds and removes a key or an item at any place', () => {
    fc.assert(
      fc.property(sourceAndPath, value, ({ source, path }, wanted) => {
        const before: unknown = parse(source);
        const place: unknown = valueAt(before, path);
        fc.pre(typeof place === 'object' && place !== null);
        const name = Array.isArray(place) ? place.length : 'brand new';
        const target = [...path, name];
        const edited = editYaml(source, [
          { op: 'set', path: target, value: wanted },
        ]);
        expect(parse(edited)).toEqual(withValueAt(before, target, wanted));
        const removed = editYaml(edited, [{ op: 'remove', path: target }]);
        expect(parse(removed)).toEqual(before);
        // An empty collection opens up into lines; a literal at the end brings the line break that it ends in.
        const isEmpty = Object.keys(place ?? {}).length === 0;
        expect([source, `${source}\n`, `${source}\r\n`]).toContain(
          isEmpty ? source : removed,
        );
      }),
      { numRuns: 300 },
    );
  });

  it('removes what is at any place', () => {
    fc.assert(
      fc.property(sourceAndPath, ({ source, path }) => {
        fc.pre(path.length > 0);
        const edited = editYaml(source, [{ op: 'remove', path }]);
        expect(parse(edited)).toEqual(withoutValueAt(parse(source), path));
      }),
      { numRuns: 300 },
    );
  });
});
