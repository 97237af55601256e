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

import { answer, reference, secret, secretPath } from '../../dev/fixtures';
import { ageText } from './ageText';
import { environmentSummaries } from './environmentSummaries';
import { secretState } from './secretState';
import { withoutTold } from './withoutTold';

const now = Date.parse('2026-11-21T12:00:00Z');
const before = '2026-11-21T11:59:59Z';
const after = '2026-11-21T12:00:01Z';

describe('secretState', () => {
  it.each([
    [{}, 'current'],
    [{ destroyed: false, deletedAt: after }, 'deleting'],
    [{ deletedAt: before }, 'deleted'],
    [{ destroyed: true, deletedAt: before }, 'destroyed'],
    [{ destroyed: true }, 'destroyed'],
  ])('of %j is %s', (of, state) => {
    expect(secretState(of, now)).toBe(state);
  });
});

describe('ageText', () => {
  it.each([
    [3600, '1 hour'],
    [36 * 3600, '36 hours'],
    [48 * 3600, '2 days'],
    [45 * 24 * 3600, '45 days'],
    [5400, '1.5 hours'],
  ])('puts %d seconds as %s', (seconds, text) => {
    expect(ageText(seconds, 'en')).toBe(text);
  });
});

describe('withoutTold', () => {
  it('leaves out the servers that a path tells of', () => {
    const instances = ['a', 'b', 'c'].map(name => ({
      name,
      status: 'error' as const,
    }));
    const items = [
      secretPath('dev', { server: 'a', status: 'sealed' }),
      secretPath('dev', { server: 'b', status: 'unreachable' }),
      secretPath('dev', { server: 'c', status: 'denied' }),
    ];
    expect(withoutTold({ items, instances })).toEqual([instances[2]]);
  });
});

describe('environmentSummaries', () => {
  const rotation = { maxAgeSeconds: 1, source: 'policy' as const };
  const finding = {
    kind: 'secretMissing' as const,
    severity: 'error' as const,
    message: 'x',
    evidence: [],
  };

  it('adds up what is known of each environment, in the order of the answer', () => {
    const value = answer({
      items: [
        secretPath('dev', {
          limit: 3,
          secrets: [
            secret('a', {
              updatedAt: '2026-01-02T00:00:00Z',
              rotation: { ...rotation, dueAt: before, overdue: true },
            }),
            secret('b', {
              updatedAt: '2026-03-02T00:00:00Z',
              rotation: {
                ...rotation,
                dueAt: '2027-02-01T00:00:00Z',
                overdue: false,
              },
            }),
            secret('c', {
              updatedAt: '2026-02-02T00:00:00Z',
              rotation: { ...rotation, dueAt: after, overdue: false },
            }),
            secret('d', {
              updatedAt: undefined,
              destroyed: true,
              rotation: { ...rotation, dueAt: before, overdue: true },
            }),
          ],
        }),
        secretPath('dev', { path: 'dev/shared', secrets: [secret('e')] }),
      ],
      references: [reference('production', 'x')],
    });
    const summaries = environmentSummaries(
      value,
      [finding, { ...finding, environment: 'staging' }],
      now,
    );
    expect(summaries.map(({ environment }) => environment)).toEqual([
      'dev',
      'production',
      'staging',
    ]);
    expect(summaries[0]).toMatchObject({
      present: 4,
      gone: 1,
      atLeast: true,
      overdue: 1,
      nextDueAt: after,
      references: [],
      findings: [],
    });
    expect(summaries[1]).toMatchObject({
      present: 0,
      paths: [],
      references: [{ resource: { name: 'cart-x' } }],
      changedAt: undefined,
      nextDueAt: undefined,
    });
    expect(summaries[2].findings).toHaveLength(1);
  });
});
