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

import { fixedFolderOf, parseServicePath } from './ServicePath';

describe('parseServicePath', () => {
  const layout = 'applications/{environment}/{service}';

  it('takes a path apart', () => {
    expect(
      parseServicePath(layout, 'applications/dev/orders/config/values.yaml'),
    ).toEqual({
      environment: 'dev',
      service: 'orders',
      folder: 'applications/dev/orders',
      file: 'config/values.yaml',
    });
  });

  it.each([
    ['{service}/overlays/{environment}', 'orders/overlays/dev/x.yaml'],
    ['apps.d/{environment}-{service}', 'apps.d/dev-orders/x.yaml'],
  ])('reads layout %s', (pattern, path) => {
    expect(parseServicePath(pattern, path)).toMatchObject({
      environment: 'dev',
      service: 'orders',
      file: 'x.yaml',
    });
  });

  it.each([
    ['the folder itself', layout, 'applications/dev/orders'],
    ['another folder', layout, 'infrastructure/dev/orders/values.yaml'],
    [
      'a dot taken for any character',
      'a.b/{environment}/{service}',
      'axb/dev/orders/x',
    ],
  ])('passes over %s', (_, pattern, path) => {
    expect(parseServicePath(pattern, path)).toBeUndefined();
  });

  it('knows the folder that all services live in', () => {
    expect(fixedFolderOf(layout)).toBe('applications');
    expect(fixedFolderOf('{service}')).toBe('');
    expect(fixedFolderOf('services')).toBe('services');
  });
});
