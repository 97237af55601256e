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

import { parseAllDocuments } from 'yaml';
import { setImage } from './setImage';

const image = {
  repository: 'ghcr.io/acme/cart',
  tag: 'sha-0123456789ab',
  digest: 'sha256:ff',
  sourceRevision: '0123456789ab',
};

describe('setImage', () => {
  it('writes the four values and leaves every other byte', () => {
    const before = `\uFEFF# first\r
image:   # of the service\r
    repository: 'ghcr.io/placeholder'   # why\r
    tag:    "6.9.2"\r
    digest:\r
    sourceRevision: ''\r
\r
route: { host: cart,  path: / }\r
text: |\r
  image:\r
    tag: 1\r
last:   no newline`;
    expect(setImage(before, image)).toBe(
      before
        .replace(`'ghcr.io/placeholder'`, `'ghcr.io/acme/cart'`)
        .replace('"6.9.2"', '"sha-0123456789ab"')
        .replace('digest:', 'digest: sha256:ff')
        .replace(`sourceRevision: ''`, `sourceRevision: '0123456789ab'`),
    );
  });

  it.each([
    [
      'a flow map',
      'image: { repository: a, tag: b, digest: "", sourceRevision: c }\n',
    ],
    [
      'missing keys',
      'replicas: 1\nimage:\n  repository: a\n  tag: b\nroute: x\n',
    ],
    ['one key', 'image:\n  tag: b\n'],
    ['a comment above', 'image:\n  # note\n  tag: b # more\n  digest: ~\n'],
  ])('sets all four in %s', (_name, before) => {
    const after = setImage(before, image);
    const [document] = parseAllDocuments(after);
    expect(document.errors).toEqual([]);
    expect(document.toJS().image).toEqual(image);
    expect(setImage(after, image)).toBe(after);
  });

  it('keeps a revision a text that would read as a number', () => {
    const sourceRevision = '12345678901234567890123456789012345678e1';
    const after = setImage('image:\n  sourceRevision: x\n', {
      ...image,
      sourceRevision,
    });
    const [document] = parseAllDocuments(after);
    expect(document.toJS().image.sourceRevision).toBe(sourceRevision);
  });

  it.each([
    'replicas: 1\n',
    'image: latest\n',
    'image: {}\n',
    'image: {a: [\n',
    '',
  ])('refuses %j', text => {
    expect(() => setImage(text, image)).toThrow(/^values.yaml /);
  });
});
