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

import type { Entity } from '@backstage/catalog-model';
import { evaluateFilterPredicate } from '@backstage/filter-predicates';
import { argoCdEntityFilter } from './argoCdEntityFilter';
import { isArgoCdAvailable } from './isArgoCdAvailable';
import { isGitOpsAvailable } from './isGitOpsAvailable';

function entity(annotations?: Record<string, string>): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'cart', annotations },
  };
}

describe('availability', () => {
  it.each<[Record<string, string> | undefined, boolean]>([
    [undefined, false],
    [{}, false],
    [{ 'argocd/app-name': 'cart-dev' }, true],
    [{ 'argocd/app-selector': 'app.kubernetes.io/name=cart' }, true],
    [{ 'argocd/app-selector': '' }, true],
    [{ 'argocd/instance-name': 'main' }, false],
  ])('of an entity annotated %j is %s', (annotations, expected) => {
    expect(isArgoCdAvailable(entity(annotations))).toBe(expected);
    expect(isGitOpsAvailable(entity(annotations))).toBe(expected);
    expect(
      evaluateFilterPredicate(argoCdEntityFilter, {
        ...entity(annotations),
      } as never),
    ).toBe(expected);
  });
});
