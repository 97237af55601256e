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

import { storedApplication } from '../../__testUtils__/storedApplication';
import type { StoredApplication } from '../store';
import { deployment } from './__testUtils__/deployment';
import { deployedBy } from './deployedBy';

const operation = {
  phase: 'Succeeded' as const,
  startedAt: deployment.startedAt,
  initiatedBy: 'admin',
  requestedBy: 'user:default/jane',
  revisions: deployment.revisions,
};

describe('deployedBy', () => {
  it.each<[string, Partial<StoredApplication>, string | undefined]>([
    ['the person who asked for it', { operation }, 'user:default/jane'],
    [
      'the account, where nobody asked for it here',
      { operation: { ...operation, requestedBy: undefined } },
      'admin',
    ],
    [
      'as Argo CD says, where the operation is a later one',
      { operation: { ...operation, startedAt: '2026-11-21T10:00:00Z' } },
      'admin',
    ],
    [
      'the same where it failed',
      { operation: { ...operation, phase: 'Failed' } },
      'admin',
    ],
    [
      'the same where it only tried',
      { operation: { ...operation, dryRun: true } },
      'admin',
    ],
    ['the same without an operation', {}, 'admin'],
    [
      'nobody, where nothing was deployed',
      { operation, history: [] },
      undefined,
    ],
  ])('%s', (_, differs, expected) => {
    expect(
      deployedBy(storedApplication({ history: [deployment], ...differs })),
    ).toBe(expected);
  });
});
