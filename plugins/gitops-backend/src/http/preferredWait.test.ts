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

import { preferredWait } from './preferredWait';

describe('preferredWait', () => {
  it.each<[unknown, number | undefined]>([
    ['wait=1', 1_000],
    ['wait=2', 2_000],
    ['wait=100', 2_000],
    ['respond-async, WAIT = "1"; x=y', 1_000],
    ['wait=1, wait=2', 1_000],
    ['handling=lenient', undefined],
    ['wait=0', undefined],
    ['wait=-1', undefined],
    ['wait=1.5', undefined],
    ['wait', undefined],
    ['', undefined],
    [undefined, undefined],
    [['wait=1'], undefined],
  ])('%j', (prefer, expected) => {
    expect(preferredWait(prefer)).toBe(expected);
  });
});
