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
import { chooseRollback } from './chooseRollback';
import type { RollbackDeployment } from './RollbackDeployment';

const NOW = new Date('2026-11-22T12:00:00Z');
const OPTIONS = { minHealthy: { minutes: 10 }, now: NOW };
const clock = (time: string) => `2026-11-22T${time}:00.000Z`;

function deployment(
  id: string,
  time: string,
  differs: Partial<RollbackDeployment> = {},
): RollbackDeployment {
  return {
    id,
    application: { instance: 'main', namespace: 'argocd', name: 'orders' },
    kind: 'deployment',
    outcome: 'healthy',
    version: id,
    images: [`orders:${id}`],
    deployedAt: clock(time),
    healthyAt: clock(time),
    ...differs,
  };
}

const of = (version: string) => ({
  version,
  images: [`orders:${version}`],
});

describe('chooseRollback', () => {
  it.each<[string, RollbackDeployment[], string[]]>([
    ['nothing', [], []],
    ['what runs', [deployment('1', '08:00')], []],
    [
      'the one before, in whichever order',
      [
        deployment('3', '10:00'),
        deployment('1', '08:00'),
        deployment('2', '09:00'),
      ],
      ['2', '1'],
    ],
    [
      'none that was Healthy for too short a time, or never',
      [
        deployment('1', '08:00'),
        deployment('2', '09:00', { healthyAt: undefined }),
        deployment('3', '09:10', { healthyAt: clock('09:51') }),
        deployment('4', '10:00'),
      ],
      ['1'],
    ],
    [
      'none that failed too soon',
      [
        deployment('1', '08:00'),
        deployment('2', '09:00', {
          outcome: 'degraded',
          failedAt: clock('09:05'),
        }),
        deployment('3', '10:00'),
      ],
      ['1'],
    ],
    [
      'one that was ill only while it came up',
      [
        deployment('1', '08:00', {
          outcome: 'degraded',
          failedAt: clock('08:01'),
          healthyAt: clock('08:05'),
        }),
        deployment('2', '09:00'),
      ],
      ['1'],
    ],
    [
      'none that was rolled back',
      [
        deployment('1', '08:00'),
        deployment('2', '09:00'),
        deployment('3', '10:00', { outcome: 'rolledBack' }),
        deployment('2 again', '11:00', { kind: 'rollback', ...of('2') }),
      ],
      ['1'],
    ],
    [
      'none that a rollback passed over',
      [
        deployment('1', '08:00'),
        deployment('2', '09:00'),
        deployment('3', '10:00', { outcome: 'rolledBack' }),
        deployment('1 again', '11:00', { kind: 'rollback', ...of('1') }),
      ],
      [],
    ],
    [
      'the latest form of a version, edits included',
      [
        deployment('1', '08:00', { healthyAt: undefined }),
        deployment('edit', '08:05', { kind: 'edit', ...of('1') }),
        deployment('restart', '08:30', { kind: 'restart', ...of('1') }),
        deployment('2', '09:00'),
      ],
      ['restart'],
    ],
    [
      'a version whose images nobody knows, by its name',
      [
        deployment('1', '08:00', { images: [] }),
        deployment('2', '09:00', { images: [] }),
        deployment('1 again', '10:00', {
          kind: 'rollback',
          version: '1',
          images: [],
        }),
      ],
      [],
    ],
    [
      'of each Application what was its own',
      [
        deployment('1', '08:00'),
        deployment('2', '09:00'),
        deployment('other', '08:30', {
          application: { instance: 'eu', namespace: 'argocd', name: 'orders' },
        }),
      ],
      ['1'],
    ],
  ])('chooses from %s', (_, deployments, expected) => {
    const {
      deployment: chosen,
      candidates,
      reason,
    } = chooseRollback(deployments, OPTIONS);
    expect(candidates.map(({ id }) => id)).toEqual(expected);
    expect(chosen?.id).toBe(expected[0]);
    expect(reason === undefined).toBe(expected.length > 0);
  });

  it('never chooses what runs, what was rolled back or what was not Healthy, in any order', () => {
    const some = fc.array(
      fc.record({
        version: fc.integer({ min: 1, max: 4 }),
        kind: fc.constantFrom<RollbackDeployment['kind'][]>(
          'deployment',
          'rollback',
          'edit',
        ),
        outcome: fc.constantFrom<RollbackDeployment['outcome'][]>(
          'healthy',
          'rolledBack',
          'degraded',
        ),
        healthy: fc.boolean(),
      }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(some, all => {
        const deployments = all.map(({ version, healthy, ...one }, index) => {
          const time = `0${Math.floor(index / 3)}:${(index % 3) * 2}0`;
          return deployment(`#${index}`, time, {
            ...one,
            ...of(String(version)),
            healthyAt: healthy ? clock(time) : undefined,
          });
        });
        const { candidates } = chooseRollback(deployments, OPTIONS);
        for (const { outcome, healthyAt } of candidates) {
          expect(outcome).not.toBe('rolledBack');
          expect(healthyAt).toBeDefined();
        }
        const reversed = chooseRollback([...deployments].reverse(), OPTIONS);
        expect(reversed.candidates).toEqual(candidates);
      }),
    );
  });
});
