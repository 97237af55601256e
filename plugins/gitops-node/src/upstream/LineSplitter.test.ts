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

import fc from 'fast-check';
import { LineSplitter } from './LineSplitter';

/** Cuts bytes at arbitrary places. */
const chunked = fc
  .tuple(
    fc.array(
      fc
        .string({ unit: 'grapheme', maxLength: 30 })
        .map(text => text.replace(/[\r\n]/g, '')),
    ),
    fc.constantFrom('\n', '\r\n'),
    fc.boolean(),
    fc.array(fc.nat(400)),
  )
  .map(([lines, end, closed, cuts]) => {
    const text = lines.join(end) + (closed ? end : '');
    const bytes = Buffer.from(text);
    const places = [0, ...cuts, bytes.length]
      .map(cut => Math.min(cut, bytes.length))
      .sort((a, b) => a - b);
    const chunks = places
      .slice(1)
      .map((place, index) => bytes.subarray(places[index], place));
    return { lines: text.split(/\r?\n/).filter(Boolean), chunks };
  });

describe('LineSplitter', () => {
  it('finds the same lines however the bytes are cut', () => {
    fc.assert(
      fc.property(chunked, ({ lines, chunks }) => {
        const splitter = new LineSplitter(10_000);
        const found = chunks.flatMap(chunk => splitter.push(chunk));
        expect([...found, ...splitter.flush()]).toEqual(lines);
      }),
    );
  });

  it('bounds a line, not the stream', () => {
    const splitter = new LineSplitter(4);
    expect(splitter.push(Buffer.from('1234\n1234\n12'))).toEqual([
      '1234',
      '1234',
    ]);
    expect(splitter.push(Buffer.from('34'))).toEqual([]);
    expect(() => splitter.push(Buffer.from('5'))).toThrow(RangeError);
  });
});
