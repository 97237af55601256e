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

import { claimOf } from './claimOf';

const claimed = (annotations?: Record<string, string>) =>
  claimOf({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'shop', annotations },
  });

describe('claimOf', () => {
  it.each<[string, Record<string, string> | undefined, unknown]>([
    ['nothing', undefined, undefined],
    ['only where to look', { 'argocd/instance-name': 'main' }, undefined],
    [
      'names',
      { 'argocd/app-name': ' shop-dev, shop-prod ,, shop-dev' },
      { names: ['shop-dev', 'shop-prod'] },
    ],
    [
      'everything that narrows',
      {
        'argocd/app-name': 'shop',
        'argocd/instance-name': 'main, other',
        'argocd/project-name': ' team-a ',
        'argocd/app-namespace': 'apps',
      },
      {
        names: ['shop'],
        instances: ['main', 'other'],
        project: 'team-a',
        appNamespace: 'apps',
      },
    ],
    [
      'a selector',
      { 'argocd/app-selector': ' app.kubernetes.io/name=shop ' },
      {
        names: [],
        selectorText: 'app.kubernetes.io/name=shop',
        selector: [
          { key: 'app.kubernetes.io/name', operator: 'in', values: ['shop'] },
        ],
      },
    ],
    [
      'names and a selector',
      { 'argocd/app-name': 'shop', 'argocd/app-selector': 'app=shop' },
      {
        names: ['shop'],
        selectorText: 'app=shop',
        problem:
          'The entity has both annotations argocd/app-name and argocd/app-selector: keep one',
      },
    ],
    [
      'no name',
      { 'argocd/app-name': ' , ' },
      {
        names: [],
        problem: expect.stringContaining('argocd/app-name is empty'),
      },
    ],
    [
      'a selector that is none',
      { 'argocd/app-selector': 'app shop' },
      {
        names: [],
        selectorText: 'app shop',
        problem: expect.stringContaining(
          "argocd/app-selector cannot be used: 'app shop' is not a label selector",
        ),
      },
    ],
    [
      'an empty selector, which would select everything',
      { 'argocd/app-selector': '' },
      { names: [], problem: expect.stringContaining('cannot be used') },
    ],
  ])('reads %s', (_name, annotations, expected) => {
    expect(claimed(annotations)).toEqual(expected);
  });
});
