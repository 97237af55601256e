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

import { growthMatrix, matrix } from './__fixtures__/matrix';
import { editYaml } from './editYaml';

describe('editYaml over the matrix of YAML features', () => {
  it('covers every feature with a file of its own', () => {
    const sources = new Set([...matrix, ...growthMatrix].map(c => c.source));
    expect(sources.size).toBeGreaterThanOrEqual(200);
    expect(matrix.length).toBeGreaterThanOrEqual(1500);
  });

  it.each([...matrix, ...growthMatrix])(
    'changes nothing but the value: $name',
    ({ source, edit, expected }) => {
      expect(editYaml(source, [edit])).toBe(expected);
      expect(editYaml(expected, [edit])).toBe(expected);
    },
  );
});
