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

import { facetOptions, ownerName } from './facetOptions';

describe('facetOptions', () => {
  it('keeps what was chosen, also where no row has it any more', () => {
    expect(
      facetOptions({
        facet: 'health',
        values: [{ value: 'Healthy', count: 3 }],
        chosen: ['Degraded', 'Healthy'],
      }),
    ).toEqual([
      { value: 'Healthy', text: 'Healthy', count: 3 },
      { value: 'Degraded', text: 'Degraded', count: 0 },
    ]);
  });
});

describe('ownerName', () => {
  it.each([
    ['group:default/team-shop', 'team-shop'],
    ['group:acme/team-shop', 'acme/team-shop'],
    ['user:default/jane', 'user:jane'],
    ['none', 'none'],
  ])('of %s is %s', (ref, name) => {
    expect(ownerName(ref)).toBe(name);
  });
});
