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

import {
  formatApplicationRef,
  parseApplicationRef,
} from './applicationResourceRef';

describe('applicationResourceRef', () => {
  it.each([
    ['main', 'argocd', 'orders-dev', 'component:default/orders'],
    ['eu/west @1', 'a', 'b@c', 'api:other/x'],
  ])(
    'comes back as it was: %s %s %s',
    (instance, namespace, name, entityRef) => {
      const claimed = { instance, namespace, name, entityRef };
      expect(parseApplicationRef(formatApplicationRef(claimed))).toEqual(
        claimed,
      );
    },
  );

  it.each([
    '',
    'component:default/orders',
    'application:main/argocd@component:default/orders',
    'application:main/argocd/%zz@component:default/orders',
    'application:main/argocd/orders@orders',
    'secret:main/argocd/orders@component:default/orders',
  ])('is not %s', ref => {
    expect(parseApplicationRef(ref)).toBeUndefined();
  });
});
