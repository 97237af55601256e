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

import { knownUntil, longestPeriod, parsePeriod } from './parsePeriod';

const NOW = new Date('2026-11-22T10:02:30Z');

describe('parsePeriod', () => {
  it.each<[{ from?: string; to?: string }, string, string]>([
    [{}, '2026-08-24T10:05:00.000Z', '2026-11-22T10:05:00.000Z'],
    [
      { to: '2026-04-01' },
      '2026-01-01T00:00:00.000Z',
      '2026-04-01T00:00:00.000Z',
    ],
    [
      { from: '2026-11-01T02:00:00+02:00', to: '2026-11-02T00:00Z' },
      '2026-11-01T00:00:00.000Z',
      '2026-11-02T00:00:00.000Z',
    ],
  ])('reads %j', (query, from, to) => {
    const period = parsePeriod(query, NOW);
    expect([period.from.toISOString(), period.to.toISOString()]).toEqual([
      from,
      to,
    ]);
  });

  it.each<[{ from?: unknown; to?: unknown }, RegExp]>([
    [{ from: 'x' }, /^from: found 'x', expected an ISO 8601 time/],
    [{ to: ['2026-01-01', '2026-01-02'] }, /^to: found/],
    [{ from: '2027-01-01' }, /^from: .* before .* \(to\)$/],
    [
      { from: '2025-01-01', to: '2026-11-01' },
      /^from: .* at most 400 days before/,
    ],
  ])('refuses %j', (query, message) => {
    expect(() => parsePeriod(query, NOW)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringMatching(message),
      }),
    );
  });

  it('is accepted as the longest', () => {
    const { from, to } = longestPeriod(NOW);
    expect(
      parsePeriod({ from: from.toISOString(), to: to.toISOString() }, NOW),
    ).toEqual({ from, to });
  });
});

it('knows nothing yet of the last moments', () => {
  expect(knownUntil(NOW).toISOString()).toBe('2026-11-22T10:00:00.000Z');
  expect(knownUntil(new Date('2026-11-22T10:01:00Z')).toISOString()).toBe(
    '2026-11-22T09:55:00.000Z',
  );
});
