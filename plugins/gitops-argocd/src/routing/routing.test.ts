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

import { application } from '../../dev/fixtures';
import { applicationQuery, resourceQuery, withAddress } from './pageAddress';

describe('the address of the tab', () => {
  const before = new URLSearchParams('x=1&app=main/argocd/a&resource=r');

  it.each([
    [{}, 'x=1&app=main%2Fargocd%2Fa&resource=r'],
    [{ resource: undefined }, 'x=1&app=main%2Fargocd%2Fa'],
    [{ view: 'diff', app: 'b' } as const, 'x=1&app=b&resource=r&view=diff'],
  ])('takes %j on and leaves the rest', (changes, after) => {
    expect(withAddress(before, changes).toString()).toBe(after);
    expect(before.get('resource')).toBe('r');
  });

  it('names an Application and a resource so that nothing in their names gets lost', () => {
    const odd = { ...application('dev'), name: 'a&b=c' };
    expect(new URLSearchParams(applicationQuery(odd)).get('app')).toBe(
      'main/argocd/a&b=c',
    );
    const after = new URLSearchParams(
      resourceQuery(before, { group: 'apps', kind: 'Deployment', name: 'x?#' }),
    );
    expect(after.get('view')).toBe('resources');
    expect(after.get('resource')).toBe('apps/Deployment//x?#');
  });
});
