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
import type { DeliveryFigure } from '@gitops-platform/backstage-plugin-gitops-common';
import { figure } from '../../../dev/fixtures/deployments';
import { words } from '../../__testUtils__/words';
import { axisOf } from './axisOf';
import { basisText } from './basisText';
import { chartPoints } from './chartPoints';
import { durationWords } from './durationWords';
import { dayText, periodText } from './periodText';
import { shareText } from './shareText';
import { valueText } from './valueText';

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;

describe('durationWords', () => {
  it.each([
    [0, '0 seconds'],
    [-5, '0 seconds'],
    [1, '1 second'],
    [59.4, '59 seconds'],
    [59.6, '1 minute'],
    [95, '1 minute 35 seconds'],
    [42 * MINUTE, '42 minutes'],
    [HOUR - 0.4, '1 hour'],
    [2 * HOUR + 31 * MINUTE + 40, '2 hours 32 minutes'],
    [DAY - 1, '1 day'],
    [DAY + 30 * MINUTE, '1 day 1 hour'],
    [2 * DAY + 4 * HOUR + 59, '2 days 4 hours'],
    [400 * DAY, '400 days'],
  ])('puts %d seconds as %s', (seconds, text) => {
    expect(durationWords(seconds, 'en')).toBe(text);
  });

  it('is short where there is little room, and speaks other languages', () => {
    expect(durationWords(95, 'en', 'short')).toBe('1 min 35 sec');
    expect(durationWords(2 * DAY, 'de')).toBe('2 Tage');
  });
});

describe('shareText', () => {
  it.each([
    [0, '0%'],
    [0.0312, '3.1%'],
    [0.15, '15%'],
    [0.5, '50%'],
    [0.98765, '98%'],
    [0.9978, '99.78%'],
    [0.999_999, '99.99%'],
    [1, '100%'],
  ])('puts %d as %s', (share, text) => {
    expect(shareText(share, 'en')).toBe(text);
  });

  it('never says that all is well where something was not', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        share => expect(shareText(share, 'en')).not.toBe('100%'),
      ),
    );
  });
});

describe('valueText', () => {
  it.each<[number, DeliveryFigure['unit'], string]>([
    [0, 'perDay', 'none'],
    [3.25, 'perDay', '3.3 a day'],
    [1, 'perDay', '1 a day'],
    [0.5, 'perDay', '3.5 a week'],
    [0.1, 'perDay', '3 a month'],
    [0.01, 'perDay', '3.7 a year'],
    [5_400, 'seconds', '1 hour 30 minutes'],
    [0.15, 'share', '15%'],
  ])('puts %d %s as %s', (value, unit, text) => {
    expect(valueText(value, unit, words())).toBe(text);
  });
});

describe('basisText', () => {
  it.each<[DeliveryFigure['name'], number, string]>([
    ['deploymentFrequency', 1, '1 deployment'],
    ['leadTime', 12, '12 deployments'],
    ['changeFailureRate', 0, '0 deployments'],
    ['timeToRestore', 3, '3 failures'],
    ['availability', 29 * DAY, '29 days'],
    ['secretRotation', 2, '2 rotations'],
  ])('says over what %s stands', (name, basis, text) => {
    expect(basisText(name, basis, words())).toBe(text);
  });
});

describe('periodText and dayText', () => {
  it.each([
    [
      '2026-11-16T00:00:00.000Z',
      '2026-11-23T00:00:00.000Z',
      'Nov 16 – 22, 2026',
    ],
    ['2026-11-16T00:00:00.000Z', '2026-11-17T00:00:00.000Z', 'Nov 16, 2026'],
    // The first period may begin in the middle of a week.
    [
      '2026-10-29T00:00:00.000Z',
      '2026-11-02T00:00:00.000Z',
      'Oct 29 – Nov 1, 2026',
    ],
    ['once', 'again', 'once – again'],
  ])('names the days from %s to %s', (from, to, text) => {
    // Intl puts thin spaces around the dash.
    expect(periodText({ from, to }, 'en').replace(/\s/g, ' ')).toBe(text);
  });

  it('names a day', () => {
    expect(dayText('2026-11-16T00:00:00.000Z', 'en')).toBe('Nov 16');
    expect(dayText('once', 'en')).toBe('once');
  });
});

describe('axisOf', () => {
  const of = (
    name: DeliveryFigure['name'],
    unit: DeliveryFigure['unit'],
    values: Array<number | undefined>,
  ) =>
    axisOf(
      figure({
        name,
        unit,
        series: values.map(value => ({ from: '', to: '', basis: 1, value })),
      }),
    );

  it.each<
    [
      DeliveryFigure['name'],
      DeliveryFigure['unit'],
      Array<number | undefined>,
      { from: number; to: number },
    ]
  >([
    [
      'leadTime',
      'seconds',
      [7_000, undefined, 3_000],
      { from: 0, to: 2 * HOUR },
    ],
    ['leadTime', 'seconds', [HOUR], { from: 0, to: HOUR }],
    ['leadTime', 'seconds', [], { from: 0, to: 1 }],
    ['timeToRestore', 'seconds', [5 * DAY], { from: 0, to: 7 * DAY }],
    ['changeFailureRate', 'share', [0.15, 0.3], { from: 0, to: 0.5 }],
    ['changeFailureRate', 'share', [0, 0], { from: 0, to: 0.05 }],
    ['availability', 'share', [1, 0.9931], { from: 0.99, to: 1 }],
    ['availability', 'share', [1, 1], { from: 0.999, to: 1 }],
    ['availability', 'share', [0.2], { from: 0, to: 1 }],
    ['deploymentFrequency', 'perDay', [1.6, 0], { from: 0, to: 2 }],
    ['deploymentFrequency', 'perDay', [0, 0], { from: 0, to: 1 }],
  ])('of %s (%s) with %j', (name, unit, values, axis) => {
    expect(of(name, unit, values)).toEqual(axis);
  });

  it('ends at a number of the period in which it is put into words', () => {
    const { to } = of('secretRotation', 'perDay', [0.4]);
    expect(valueText(to, 'perDay', words())).toBe('5 a week');
  });

  it.each<[DeliveryFigure['name'], DeliveryFigure['unit'], number]>([
    ['leadTime', 'seconds', 1e9],
    ['changeFailureRate', 'share', 1],
    ['availability', 'share', 1],
    ['deploymentFrequency', 'perDay', 1e4],
  ])('has all values of %s on it', (name, unit, max) => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max, noNaN: true })), values => {
        const { from, to } = of(name, unit, values);
        const slack = to * 1e-9;
        expect(from).toBeLessThan(to);
        expect(values.filter(each => each < from || each > to + slack)).toEqual(
          [],
        );
      }),
    );
  });
});

describe('chartPoints', () => {
  it('says all of each period, and of one without a figure that it has none', () => {
    expect(
      chartPoints(figure(), words()).map(({ begins, value, label }) => ({
        begins,
        value,
        label: label.replace(/\s/g, ' '),
      })),
    ).toEqual([
      {
        begins: 'Nov 2',
        value: 7_200,
        label: 'Nov 2 – 8, 2026: 2 hours, from 2 deployments',
      },
      {
        begins: 'Nov 9',
        value: undefined,
        label: 'Nov 9 – 15, 2026: no figure',
      },
      {
        begins: 'Nov 16',
        value: 3_600,
        label: 'Nov 16 – 22, 2026: 1 hour, from 1 deployment',
      },
    ]);
  });
});
