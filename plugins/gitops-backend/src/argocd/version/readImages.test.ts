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

import { readImages } from './readImages';

const helm = {
  kind: 'helm-values' as const,
  file: 'values.yaml',
  paths: ['image.tag', 'image.digest'],
};
const kustomize = {
  kind: 'kustomize-images' as const,
  file: 'kustomization.yaml',
  paths: [],
};

describe('readImages', () => {
  it.each([
    ['image: { repository: a/b, tag: 1.10 }', ['a/b:1.10']],
    [
      'image: { repository: a/b, tag: x, digest: "sha256:1" }',
      ['a/b:x@sha256:1'],
    ],
    ['image: { repository: a/b, digest: "sha256:1" }', ['a/b@sha256:1']],
    ["image: { repository: a/b, tag: x, digest: '' }", ['a/b:x']],
    ['image: { tag: x }', ['x']],
    ['image: { repository: a/b }', []],
    ['image: [1]', []],
    ['', []],
    ['{', []],
  ])('of %j are %j', (text, images) => {
    expect(readImages(text, helm)).toEqual(images);
  });

  it('reads several places, and one at the top', () => {
    expect(
      readImages(
        'api: { image: { repository: api, tag: 1 } }\nweb: { image: { repository: web, tag: 2 } }\n',
        { ...helm, paths: ['api.image.tag', 'web.image.tag'] },
      ),
    ).toEqual(['api:1', 'web:2']);
    expect(readImages('tag: 3', { ...helm, paths: ['tag'] })).toEqual(['3']);
  });

  it('reads the images of a kustomization', () => {
    const text = `
images:
  - { name: orders, newName: ghcr.io/acme/orders, newTag: '1.10' }
  - { name: web, digest: 'sha256:1' }
  - { name: unchanged }
`;
    expect(readImages(text, kustomize)).toEqual([
      'ghcr.io/acme/orders:1.10',
      'web@sha256:1',
    ]);
    expect(readImages(text, { ...kustomize, paths: ['web'] })).toEqual([
      'web@sha256:1',
    ]);
    expect(readImages('images: x', kustomize)).toEqual([]);
  });
});
