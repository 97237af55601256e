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

import type { ApplicationReason } from '@gitops-platform/backstage-plugin-gitops-common';
import { fitReasons } from './fitReasons';
import { saidOnce } from './saidOnce';

const reason = (message: string, since?: string): ApplicationReason => ({
  kind: 'condition',
  message,
  since,
});

describe('fitReasons', () => {
  it('gives the first its room, the others what is left, and none too little', () => {
    const long = 'x'.repeat(250);
    const fitting = fitReasons(
      [reason(long), reason(long), reason('short')],
      {},
    );
    expect(fitting.map(({ message }) => message)).toEqual([
      long,
      `${'x'.repeat(49)}…`,
    ]);
    expect(
      fitReasons([reason('x'.repeat(290)), reason(long), reason('y')], {}),
    ).toHaveLength(1);
    expect(fitReasons([reason('x'), reason('y')], {})).toHaveLength(2);
  });

  it('leaves out the time of the health', () => {
    expect(
      fitReasons([reason('a', 'then'), reason('b', 'later')], {
        healthSince: 'then',
      }).map(({ since }) => since),
    ).toEqual([undefined, 'later']);
  });
});

describe('saidOnce', () => {
  const words = {
    healthMessage: 'Deployment exceeded its deadline',
    conditions: [
      {
        type: 'ComparisonError',
        message: 'rpc error: code = Unknown desc = no such path',
      },
      { type: 'OrphanedResourceWarning', message: 'another one' },
    ],
    operation: {
      phase: 'Failed' as const,
      message: 'one or more objects failed',
    },
  };

  it('leaves out what a reason says, in its own words or cut', () => {
    expect(
      saidOnce({
        ...words,
        reasons: [
          reason('ComparisonError: no such path'),
          reason('Degraded: Deployment exceeded its deadline'),
        ],
      }),
    ).toMatchObject({
      healthMessage: undefined,
      conditions: [{ type: 'OrphanedResourceWarning' }],
      operation: { message: 'one or more objects failed' },
    });
  });

  it('leaves everything in where there are no reasons', () => {
    expect(saidOnce({ ...words, reasons: [] })).toStrictEqual({
      ...words,
      reasons: undefined,
    });
  });
});
