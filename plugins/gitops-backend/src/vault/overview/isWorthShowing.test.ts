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

import { isWorthShowing } from './isWorthShowing';

describe('isWorthShowing', () => {
  const production = { status: 'missing', environment: 'production' } as const;
  const inDev = { claimed: false, environments: new Set(['dev']) };

  it.each([
    ['nothing, where the entity does not run', production, inDev, false],
    ['what is there', { ...production, status: 'ok' }, inDev, true],
    ['a failure', { ...production, status: 'unreachable' }, inDev, true],
    ['what was claimed', production, { ...inDev, claimed: true }, true],
    ['where it runs', { ...production, environment: 'dev' }, inDev, true],
    ['what is of none', { ...production, environment: 'unknown' }, inDev, true],
    [
      'before it runs anywhere',
      production,
      { ...inDev, environments: new Set<string>() },
      true,
    ],
  ] as const)('%s', (_, item, options, expected) => {
    expect(isWorthShowing(item, options)).toBe(expected);
  });
});
