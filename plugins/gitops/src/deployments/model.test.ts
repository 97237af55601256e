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
import { DateTime } from 'luxon';
import {
  deployments,
  figure,
  recordedDeployment,
} from '../../dev/fixtures/deployments';
import {
  chosenDeployments,
  environmentChoices,
  figuresOf,
} from './chosenDeployments';
import {
  formatDeploymentsAddress,
  parseDeploymentsAddress,
  RANGES,
} from './deploymentsAddress';
import { rangeStart } from './rangeStart';
import { secondsBetween } from './secondsBetween';

describe('the address', () => {
  it.each([
    ['', { days: 90, environment: 'all', figure: undefined }],
    [
      'days=30&environment=production&figure=leadTime',
      { days: 30, environment: 'production', figure: 'leadTime' },
    ],
    [
      'days=31&environment=&figure=luck',
      { days: 90, environment: 'all', figure: undefined },
    ],
    ['days=-1', { days: 90, environment: 'all', figure: undefined }],
  ])('%s is read as %j', (search, address) => {
    expect(parseDeploymentsAddress(new URLSearchParams(search))).toEqual(
      address,
    );
  });

  it('holds what was put into it and leaves the rest', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...RANGES),
        fc.string({ minLength: 1 }),
        fc.constantFrom('leadTime' as const, undefined),
        (days, environment, chosen) => {
          const address = { days, environment, figure: chosen };
          const before = new URLSearchParams('x=1&figure=availability');
          const after = formatDeploymentsAddress(address, before);
          expect(parseDeploymentsAddress(after)).toEqual(address);
          expect(after.get('x')).toBe('1');
        },
      ),
    );
  });

  it('leaves out what is usual', () => {
    const usual = parseDeploymentsAddress(new URLSearchParams());
    const before = new URLSearchParams('days=30&figure=leadTime');
    expect(formatDeploymentsAddress(usual, before).toString()).toBe('');
  });
});

describe('rangeStart', () => {
  it('is midnight in UTC, so that it is the same all day long', () => {
    const now = DateTime.fromISO('2026-11-21T01:30:00+05:00');
    expect(rangeStart(30, now)).toBe('2026-10-21T00:00:00.000Z');
  });
});

describe('secondsBetween', () => {
  it.each([
    ['2026-11-21T10:00:00Z', '2026-11-21T10:01:35Z', 95],
    [undefined, '2026-11-21T10:01:35Z', undefined],
    ['2026-11-21T10:00:00Z', undefined, undefined],
    ['2026-11-21T10:00:00Z', 'never', undefined],
  ])('from %s to %s is %s', (from, to, seconds) => {
    expect(secondsBetween(from, to)).toBe(seconds);
  });
});

describe('what is listed', () => {
  const answer = deployments(
    {},
    {
      items: [
        recordedDeployment({ id: 'a', environment: 'production' }),
        recordedDeployment({ id: 'b', environment: 'dev' }),
        recordedDeployment({ id: 'c', environment: 'dev' }),
      ],
      environments: [
        { environment: 'all', figures: [figure({ deployments: ['a', 'b'] })] },
        { environment: 'dev', figures: [figure({ deployments: ['b'] })] },
      ],
    },
  );

  it.each([
    ['all', undefined, ['a', 'b', 'c']],
    ['dev', undefined, ['b', 'c']],
    ['all', 'leadTime', ['a', 'b']],
    ['dev', 'leadTime', ['b']],
    // A figure that the answer does not have hides nothing.
    ['dev', 'availability', ['b', 'c']],
    ['staging', undefined, []],
  ] as const)('of %s and the figure %s', (environment, name, ids) => {
    expect(
      chosenDeployments(answer, { environment, figure: name }).map(
        ({ id }) => id,
      ),
    ).toEqual(ids);
  });

  it('has the figures of the environment', () => {
    expect(figuresOf(answer, 'dev')[0].deployments).toEqual(['b']);
    expect(figuresOf(answer, 'staging')).toEqual([]);
  });

  it('keeps the chosen environment among the choices', () => {
    expect(environmentChoices(answer, 'all')).toEqual(['all', 'dev']);
    expect(environmentChoices(undefined, 'staging')).toEqual([
      'all',
      'staging',
    ]);
  });
});
