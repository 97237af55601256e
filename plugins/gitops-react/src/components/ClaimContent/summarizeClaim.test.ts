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

import type { ClaimedAnswer } from './ClaimedAnswer';
import { summarizeClaim } from './summarizeClaim';

const error = { name: 'main', status: 'error' as const };
const stale = { name: 'eu', status: 'stale' as const };

describe('summarizeClaim', () => {
  it.each<[Partial<ClaimedAnswer>, boolean, string]>([
    [{ claim: { problem: 'x' }, hidden: 1, instances: [error] }, false, 'some'],
    [
      { claim: { problem: 'x' }, hidden: 1, instances: [error] },
      true,
      'wrong-claim',
    ],
    [{ hidden: 1, instances: [error] }, true, 'hidden'],
    [{ instances: [error] }, true, 'unreachable'],
    [{ instances: [error, stale] }, true, 'nothing'],
    [{}, true, 'nothing'],
  ])('of %j, empty: %s, is %s', (changes, isEmpty, summary) => {
    const answer = {
      claim: {},
      findings: [],
      hidden: 0,
      instances: [],
      ...changes,
    };
    expect(summarizeClaim(answer, isEmpty)).toBe(summary);
  });
});
