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
import { parse } from 'yaml';
import { readPlatform } from '../platform';
import { applyRelease } from './applyRelease';
import { readImageVersions } from './readImageVersions';

const platform = readPlatform(`
organisation: acme
repository: { url: https://github.com/acme/gitops-platform.git, branch: main }
registry: ghcr.io/acme
placeholderImage: { repository: ghcr.io/stefanprodan/podinfo, tag: 6.9.2 }
secretStore: { kind: ClusterSecretStore, name: vault }
environments: [{ name: dev, domain: dev.acme.example, cluster: c, writer: ci }]
`);

const KEYS = ['repository', 'tag', 'digest', 'sourceRevision'] as const;
type Image = Record<(typeof KEYS)[number], string>;

const hex = (length: number) =>
  fc.string({
    unit: fc.constantFrom(...'0123456789abcdef'),
    minLength: length,
    maxLength: length,
  });
const image: fc.Arbitrary<Image> = fc.record({
  repository: fc.constantFrom('ghcr.io/acme/orders', 'localhost:5000/a/b'),
  // Tags that YAML would take for numbers, dates and switches are among them.
  tag: fc.oneof(
    fc.constantFrom('1.10', '1e3', '0x10', 'on', 'null-1', '2026-05-01', '007'),
    fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,20}$/),
  ),
  digest: hex(64).map(text => `sha256:${text}`),
  sourceRevision: hex(40),
});

const quoted = (style: string, text: string) =>
  ({ plain: JSON.stringify(text), single: `'${text}'`, double: `"${text}"` }[
    style
  ]);

/** A values file in some layout, its version in block or flow style. */
const layout = fc.record({
  style: fc.constantFrom('plain', 'single', 'double'),
  order: fc.shuffledSubarray([...KEYS], { minLength: KEYS.length }),
  flow: fc.boolean(),
  indent: fc.constantFrom('  ', '    '),
  newline: fc.constantFrom('\n', '\r\n'),
  comment: fc.constantFrom('', ' # why', '   #'),
  head: fc.constantFrom('', '---\n', '# head\n\n', '\uFEFF'),
  tail: fc.constantFrom(
    '',
    'replicas: 3\n',
    '\n\nimages: { tag: x }\nother:\n- a\n- image: { tag: y }\n',
    'text: |\n  image:\n    tag: z\n\n',
  ),
});

function render(
  shape: typeof layout extends fc.Arbitrary<infer T> ? T : never,
  of: Image,
): string {
  const { style, order, flow, indent, comment, head, tail, newline } = shape;
  const pairs = order.map(key => `${key}: ${quoted(style, of[key])}`);
  const block = flow
    ? `image: { ${pairs.join(', ')} }${comment}\n`
    : `image:${comment}\n${pairs
        .map(pair => `${indent}${pair}${comment}\n`)
        .join('')}`;
  return `${head}${block}${tail}`.replaceAll('\n', newline);
}

/** A text with its values, quoted or not, as marks. */
function withoutValues(text: string, values: Image): string {
  return KEYS.reduce((rest, key) => {
    const value = values[key].replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return rest.replace(new RegExp(`(${key}: )(["']?)${value}\\2`), '$1*');
  }, text);
}

describe('a release written into any layout', () => {
  const location = {
    kind: 'helm-values' as const,
    file: 'values.yaml',
    paths: ['image.tag', 'image.digest'],
  };
  const write = (text: string, wanted: Image) => {
    const [file] = applyRelease({
      files: { environment: 'dev', version: { path: 'values.yaml', text } },
      release: { images: [{ place: 'image', ...wanted }] },
      service: 'orders',
      platform,
      location,
    });
    return file.text;
  };

  it('is read back as it was, touches no other line, and is written once', () => {
    fc.assert(
      fc.property(layout, image, image, (shape, before, after) => {
        const source = render(shape, before);
        const written = write(source, after);
        expect(
          readImageVersions({ path: 'values.yaml', text: written, location }),
        ).toEqual([{ place: 'image', ...after }]);
        // As Helm reads it: texts stay texts.
        expect(parse(written).image).toEqual(after);

        const [head, tail] = [shape.head, shape.tail].map(text =>
          text.replaceAll('\n', shape.newline),
        );
        expect(written.startsWith(head)).toBe(true);
        expect(written.endsWith(tail)).toBe(true);
        // The lines of the version differ in their values alone: keys, order, comments and line breaks stay.
        const block = (text: string) =>
          text.slice(head.length, text.length - tail.length);
        expect(withoutValues(block(written), after)).toBe(
          withoutValues(block(source), before),
        );
        expect(write(written, after)).toBe(written);
      }),
      { numRuns: 300 },
    );
  });
});
