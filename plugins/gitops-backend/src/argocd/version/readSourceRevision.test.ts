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

import { readSourceRevision } from './readSourceRevision';

const helm = {
  kind: 'helm-values' as const,
  file: 'values.yaml',
  paths: ['image.tag', 'image.digest'],
};

describe('readSourceRevision', () => {
  it.each([
    ['image: { tag: 1.0.0, sourceRevision: abc }', 'abc'],
    ["image: { tag: 1.0.0, sourceRevision: '' }", ''],
    ['image: { tag: 1.0.0 }', undefined],
    ['image: { sourceRevision: 7 }', undefined],
    ['replicas: 1', undefined],
    ['', undefined],
    ['{', undefined],
  ])('of %j is %j', (text, revision) => {
    expect(readSourceRevision(text, helm)).toBe(revision);
  });

  it('looks beside the configured tag', () => {
    expect(
      readSourceRevision('app: { image: { sourceRevision: abc } }', {
        ...helm,
        paths: ['app.image.tag'],
      }),
    ).toBe('abc');
    expect(
      readSourceRevision('sourceRevision: abc', { ...helm, paths: ['tag'] }),
    ).toBe('abc');
    expect(
      readSourceRevision('image: { sourceRevision: abc }', {
        ...helm,
        kind: 'kustomize-images',
      }),
    ).toBeUndefined();
  });
});
