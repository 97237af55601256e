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

import fc from 'fast-check';
import type { LedgerEntry } from '../ledger/LedgerEntry';
import { figuresOf } from './figuresOf';
import type { FigureInput } from './FigureInput';
import { splitPeriod } from './splitPeriod';

const DAY = 24 * 60 * 60_000;
const FROM = Date.parse('2026-03-02T00:00:00Z');
const PERIOD = {
  from: FROM,
  to: FROM + 10 * DAY,
  recordedSince: FROM,
  knownUntil: FROM + 10 * DAY,
};

function entry(
  id: string,
  day: number,
  differs: Partial<LedgerEntry> = {},
): LedgerEntry {
  const deployedAt = new Date(FROM + day * DAY).toISOString();
  return {
    id,
    application: { instance: 'main', namespace: 'argocd', name: 'orders' },
    environment: 'production',
    cluster: 'in-cluster',
    kind: 'deployment',
    outcome: 'healthy',
    images: [],
    deployedAt,
    healthyAt: deployedAt,
    ...differs,
  };
}

const NOTHING: FigureInput = {
  deployments: [],
  availability: [],
  rotations: [],
  secrets: 0,
};

function figures(differs: Partial<FigureInput>, period = PERIOD) {
  const all = figuresOf({ ...NOTHING, ...differs }, period);
  return (name: string) => all.find(figure => figure.name === name);
}

const isoAfter = (ms: number) => new Date(FROM + ms).toISOString();

describe('figures', () => {
  const deployments = [
    entry('good', 1, { leadTimeSeconds: 100 }),
    entry('late', 2, { leadTimeSeconds: 300 }),
    entry('ill', 3, {
      outcome: 'degraded',
      leadTimeSeconds: 200,
      failedAt: isoAfter(0),
      restoredAt: isoAfter(60_000),
    }),
    entry('undone', 4, { outcome: 'rolledBack', healthyAt: undefined }),
    entry('back', 4, { kind: 'rollback' }),
    entry('edited', 5, { kind: 'edit' }),
    entry('restarted', 5, { kind: 'restart', outcome: 'degraded' }),
    entry('skipped', 6, { outcome: 'superseded', healthyAt: undefined }),
    entry('coming', 7, { outcome: 'pending', healthyAt: undefined }),
    entry('old', 0, { outcome: 'unknown', leadTimeSeconds: 5 }),
  ];

  it.each([
    [
      'deploymentFrequency',
      {
        unit: 'perDay',
        value: 0.4,
        basis: 4,
        unknown: 1,
        deployments: ['good', 'late', 'ill', 'back'],
      },
    ],
    [
      'leadTime',
      {
        unit: 'seconds',
        value: 200,
        basis: 3,
        unknown: 1,
        deployments: ['good', 'late', 'ill'],
      },
    ],
    [
      'changeFailureRate',
      {
        unit: 'share',
        value: 0.5,
        basis: 4,
        unknown: 1,
        deployments: ['good', 'late', 'ill', 'undone'],
      },
    ],
    [
      'timeToRestore',
      {
        unit: 'seconds',
        value: 60,
        basis: 1,
        unknown: 1,
        deployments: ['ill'],
      },
    ],
  ])('%s', (name, expected) => {
    expect(figures({ deployments })(name)).toMatchObject(expected);
  });

  it('say why there is no value', () => {
    const of = figures({}, { ...PERIOD, recordedSince: PERIOD.to });
    const [frequency, ...others] = figuresOf(NOTHING, PERIOD);
    expect(frequency).toMatchObject({ value: 0, basis: 0 });
    for (const figure of others) {
      expect(figure).toMatchObject({ reason: expect.any(String) });
      expect(figure).not.toHaveProperty('value', expect.anything());
    }
    expect(of('deploymentFrequency')).toMatchObject({
      reason: expect.stringMatching(/recorded/),
    });
  });

  it('go by the time since recording began, of a day at least', () => {
    const latest = [entry('a', 9.9), entry('b', 9.95)];
    const since = (recordedSince: number) =>
      figures(
        { deployments: latest },
        { ...PERIOD, recordedSince },
      )('deploymentFrequency');
    expect(since(FROM + 8 * DAY)?.value).toBe(1);
    expect(since(FROM + 9.8 * DAY)?.value).toBe(2);
  });

  it('weigh availability by time, and rotations by day', () => {
    const of = figures({
      availability: [
        () => ({ healthyMs: 9_000, knownMs: 10_000, unknownMs: 5_000 }),
        () => ({ healthyMs: 30_000, knownMs: 30_000, unknownMs: 0 }),
      ],
      secrets: 3,
      rotations: [
        { environment: 'production', at: isoAfter(DAY) },
        { environment: 'production', at: isoAfter(-1) },
      ],
    });
    expect(of('availability')).toMatchObject({
      value: 39 / 40,
      basis: 40,
      unknown: 5,
    });
    expect(of('secretRotation')).toMatchObject({ value: 0.1, basis: 1 });
  });

  it('add up over the days, whatever they are', () => {
    const outcomes = fc.constantFrom<LedgerEntry['outcome'][]>(
      'healthy',
      'degraded',
      'rolledBack',
      'superseded',
      'pending',
      'unknown',
    );
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            day: fc.double({ min: 0, max: 9.99, noNaN: true }),
            outcome: outcomes,
            leadTimeSeconds: fc.option(fc.nat(), { nil: undefined }),
          }),
        ),
        days => {
          const some = days.map(({ day, ...rest }, index) =>
            entry(`#${index}`, day, rest),
          );
          const all = figuresOf({ ...NOTHING, deployments: some }, PERIOD);
          const reversed = figuresOf(
            { ...NOTHING, deployments: [...some].reverse() },
            PERIOD,
          );
          for (const [index, figure] of all.slice(0, 4).entries()) {
            const sum = figure.series.reduce((n, { basis }) => n + basis, 0);
            expect(sum).toBe(figure.basis);
            expect(new Set(figure.deployments).size).toBe(figure.basis);
            expect(reversed[index].value).toBe(figure.value);
          }
          const rate = all[2].value ?? 0;
          expect(rate).toBeGreaterThanOrEqual(0);
          expect(rate).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

describe('splitPeriod', () => {
  const parts = (from: string, to: string) =>
    splitPeriod({ from: Date.parse(from), to: Date.parse(to) }).map(part =>
      [part.from, part.to].map(time =>
        new Date(time).toISOString().slice(0, 13),
      ),
    );

  it.each([
    [
      'days',
      '2026-03-01T12:00:00Z',
      '2026-03-03T06:00:00Z',
      [
        ['2026-03-01T12', '2026-03-02T00'],
        ['2026-03-02T00', '2026-03-03T00'],
        ['2026-03-03T00', '2026-03-03T06'],
      ],
    ],
    [
      'weeks, from Monday on',
      '2026-03-01T00:00:00Z',
      '2026-04-02T00:00:00Z',
      [
        ['2026-03-01T00', '2026-03-02T00'],
        ['2026-03-02T00', '2026-03-09T00'],
        ['2026-03-09T00', '2026-03-16T00'],
        ['2026-03-16T00', '2026-03-23T00'],
        ['2026-03-23T00', '2026-03-30T00'],
        ['2026-03-30T00', '2026-04-02T00'],
      ],
    ],
  ])('into %s', (_, from, to, expected) => {
    expect(parts(from, to)).toEqual(expected);
  });
});
