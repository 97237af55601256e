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

import { at } from '../__testUtils__/World';
import type { DeploymentFacts } from '../facts/DeploymentFacts';
import type { HealthFact } from '../facts/HealthFact';
import { availabilityOf } from './availabilityOf';
import { ledgerOf, type ApplicationRecord } from './ledgerOf';

/** A deployment, in few words. */
type Entry = Partial<DeploymentFacts> & { at: string; images?: string[] };
/** Of the deployment with that number: what it became, and when. */
type Health = [number, HealthFact['health'], string, 'OutOfSync'?];

function recordOf(options: {
  entries: Entry[];
  health?: Health[];
  watches?: [string, string][];
  firstSeen?: string;
  created?: string;
  removed?: string;
}): ApplicationRecord {
  const { entries, health = [], watches = [['00:00', '23:00']] } = options;
  return {
    application: {
      id: 'app',
      instance: 'main',
      uid: 'uid',
      namespace: 'argocd',
      name: 'orders-production',
      project: 'shop',
      environment: 'production',
      cluster: 'in-cluster',
      createdAt: options.created && at(options.created),
      firstSeenAt: at(options.firstSeen ?? '00:00'),
      seenAt: at('23:00'),
      removedAt: options.removed && at(options.removed),
    },
    deployments: entries.map(({ at: time, images, ...facts }, historyId) => ({
      id: `#${historyId}`,
      applicationId: 'app',
      historyId,
      deployedAt: at(time),
      revisions: [`commit-${historyId}`],
      charts: [],
      liveImages: images,
      ...facts,
    })),
    health: health.map(([historyId, name, since, sync], index) => ({
      applicationId: 'app',
      historyId,
      health: name,
      since: at(since),
      synced: sync === undefined,
      seenAt: new Date(Date.parse(at('22:00')) + index).toISOString(),
    })),
    watches: watches.map(([from, to]) => ({ from: at(from), to: at(to) })),
  };
}

const judge = (record: ApplicationRecord) =>
  ledgerOf(record, { failureWindowMs: 60 * 60_000 });

describe('what a deployment is', () => {
  const one = (differs: Partial<Entry> = {}): Entry => ({
    at: '01:00',
    images: ['a:1'],
    ...differs,
  });

  it.each<[string, Entry[], string[]]>([
    ['the first', [one()], ['deployment']],
    [
      'another image',
      [one(), one({ images: ['a:2'] })],
      ['deployment', 'deployment'],
    ],
    [
      'other values, and the same once more',
      [one(), one(), one({ revisions: ['commit-1'] })],
      ['deployment', 'edit', 'restart'],
    ],
    [
      'what ran before',
      [one(), one({ images: ['a:2'] }), one()],
      ['deployment', 'deployment', 'rollback'],
    ],
    [
      'what was rolled back, again',
      [one(), one({ images: ['a:2'] }), one(), one({ images: ['a:2'] })],
      ['deployment', 'deployment', 'rollback', 'deployment'],
    ],
    [
      'two back',
      [
        one(),
        one({ images: ['a:2'] }),
        one({ images: ['a:3'] }),
        one(),
        one({ images: ['a:2'] }),
      ],
      ['deployment', 'deployment', 'deployment', 'rollback', 'deployment'],
    ],
    [
      'another version of a chart',
      [
        one({ charts: ['shop@1'], revisions: ['1'] }),
        one({ charts: ['shop@2'], revisions: ['2'] }),
        one({ charts: ['shop@1'], revisions: ['1'] }),
      ],
      ['deployment', 'deployment', 'rollback'],
    ],
    [
      'the same image in Git, whatever a mesh adds to what runs',
      [
        one({ gitImages: ['a:1'] }),
        one({ gitImages: ['a:1'], images: ['a:1', 'mesh:2'] }),
        one({ images: undefined, gitImages: ['a:1'] }),
        one({ images: ['a:1', 'mesh:3'] }),
      ],
      ['deployment', 'edit', 'edit', 'edit'],
    ],
    [
      'one of which nothing is known, between two of the same version',
      [one(), one({ images: undefined }), one()],
      ['deployment', 'deployment', 'edit'],
    ],
    [
      'one that never became Healthy, but was seen to bring another image',
      [one(), one({ images: undefined, rolloutImages: ['a:1', 'a:2'] }), one()],
      ['deployment', 'deployment', 'rollback'],
    ],
  ])('%s', (_, entries, kinds) => {
    expect(judge(recordOf({ entries })).map(({ kind }) => kind)).toEqual(kinds);
  });
});

describe('how a deployment went', () => {
  const versions = (count: number): Entry[] =>
    Array.from({ length: count }, (_, index) => ({
      at: `0${index + 1}:00`,
      images: [`a:${index}`],
    }));

  it.each<[string, Parameters<typeof recordOf>[0], object]>([
    [
      'pending, while it is not Healthy',
      { entries: versions(1), health: [[0, 'Progressing', '01:00']] },
      { outcome: 'pending' },
    ],
    [
      'pending, while it is Healthy and not Synced',
      { entries: versions(1), health: [[0, 'Healthy', '01:01', 'OutOfSync']] },
      { outcome: 'pending' },
    ],
    [
      'Healthy when it was first, for who had been all the time',
      { entries: versions(1), health: [[0, 'Healthy', '00:10']] },
      { outcome: 'healthy', healthyAt: at('01:00') },
    ],
    [
      'Healthy, and ill too late to be its failure',
      {
        entries: versions(1),
        health: [
          [0, 'Healthy', '01:05'],
          [0, 'Degraded', '02:06'],
        ],
      },
      { outcome: 'healthy', failedAt: undefined },
    ],
    [
      'degraded within the window, and Healthy again',
      {
        entries: versions(1),
        health: [
          [0, 'Healthy', '01:05'],
          [0, 'Degraded', '02:04'],
          [0, 'Progressing', '02:06'],
          [0, 'Healthy', '02:10'],
        ],
      },
      {
        outcome: 'degraded',
        healthyAt: at('01:05'),
        failedAt: at('02:04'),
        restoredAt: at('02:10'),
      },
    ],
    [
      'degraded before it ever was Healthy, however long that took',
      { entries: versions(1), health: [[0, 'Degraded', '05:00']] },
      { outcome: 'degraded', restoredAt: undefined },
    ],
    [
      'not degraded by what was so before',
      { entries: versions(1), health: [[0, 'Degraded', '00:30']] },
      { outcome: 'pending', failedAt: undefined },
    ],
    [
      'not degraded by what the next one broke while it came up',
      {
        entries: [
          { at: '01:00', images: ['a:1'] },
          { at: '01:10', startedAt: at('01:08'), images: ['a:2'] },
        ],
        health: [
          [0, 'Healthy', '01:01'],
          [0, 'Degraded', '01:09'],
        ],
      },
      { outcome: 'healthy', failedAt: undefined },
    ],
    [
      'superseded before it was Healthy',
      { entries: versions(2), health: [[0, 'Progressing', '01:00']] },
      { outcome: 'superseded' },
    ],
    [
      'Healthy under an edit that came before it was',
      {
        entries: [
          { at: '01:00', images: undefined, gitImages: ['a:1'] },
          { at: '01:02', gitImages: ['a:1'] },
        ],
        health: [[1, 'Healthy', '01:04']],
      },
      { outcome: 'healthy', healthyAt: at('01:04') },
    ],
    [
      'rolled back, also where it never was ill',
      {
        entries: [...versions(2), { at: '03:00', images: ['a:0'] }].slice(1, 3),
        health: [],
      },
      { outcome: 'superseded' },
    ],
    [
      'unknown, where it was there before',
      {
        entries: versions(1),
        health: [[0, 'Healthy', '01:05']],
        firstSeen: '01:30',
      },
      { outcome: 'unknown', healthyAt: at('01:05') },
    ],
    [
      'known, where the Application was made while its instance was watched',
      {
        entries: versions(1),
        health: [[0, 'Healthy', '01:05']],
        created: '00:59:59',
        firstSeen: '01:00:01',
      },
      { outcome: 'healthy' },
    ],
    [
      'unknown, where nobody watched meanwhile',
      {
        entries: versions(1),
        health: [[0, 'Healthy', '01:05']],
        watches: [
          ['00:00', '00:58'],
          ['01:04', '23:00'],
        ],
      },
      { outcome: 'unknown' },
    ],
    [
      'known, where the gap is shorter than what is noted',
      {
        entries: versions(1),
        health: [[0, 'Healthy', '01:05']],
        watches: [
          ['00:00', '01:00:30'],
          ['01:02', '23:00'],
        ],
      },
      { outcome: 'healthy' },
    ],
  ])('%s', (_, record, expected) => {
    expect(judge(recordOf(record))[0]).toMatchObject(expected);
  });

  it('tells what a rollback took away, and when all was well again', () => {
    const ledger = judge(
      recordOf({
        entries: [...versions(2), { at: '03:00', images: ['a:0'] }],
        health: [
          [0, 'Healthy', '01:01'],
          [1, 'Degraded', '02:30'],
          [2, 'Healthy', '03:02'],
        ],
      }),
    );
    expect(ledger).toMatchObject([
      { outcome: 'healthy' },
      {
        outcome: 'rolledBack',
        failedAt: at('02:30'),
        restoredAt: at('03:02'),
      },
      { kind: 'rollback', outcome: 'healthy', version: '0' },
    ]);
  });

  it.each([
    [at('00:30'), 2_100],
    [at('02:00'), 0],
    [undefined, undefined],
  ])('took from a commit of %s %s seconds', (committedAt, seconds) => {
    const [entry] = judge(
      recordOf({
        entries: [{ at: '01:00', images: ['a:1'], committedAt }],
        health: [[0, 'Healthy', '01:05']],
      }),
    );
    expect(entry.leadTimeSeconds).toBe(seconds);
  });
});

describe('for how long it was well', () => {
  const HOUR = 60 * 60_000;

  it.each<[string, Parameters<typeof recordOf>[0], number[]]>([
    [
      'Healthy all the time',
      { entries: [], health: [[0, 'Healthy', '00:00']] },
      [10, 10, 0],
    ],
    [
      'ill, and not known to Argo CD either',
      {
        entries: [],
        health: [
          [0, 'Healthy', '00:00'],
          [0, 'Degraded', '02:00'],
          [1, 'Degraded', '02:00'],
          [1, 'Unknown', '05:00'],
          [1, 'Healthy', '06:00'],
        ],
      },
      [6, 9, 1],
    ],
    [
      'Healthy within the second in which it was not',
      {
        entries: [],
        health: [
          [0, 'Progressing', '00:00'],
          [0, 'Healthy', '00:00'],
        ],
      },
      [10, 10, 0],
    ],
    [
      'not watched in between',
      {
        entries: [],
        health: [[0, 'Healthy', '00:00']],
        watches: [
          ['00:00', '02:00'],
          ['01:00', '03:00'],
          ['08:00', '23:00'],
        ],
      },
      [5, 5, 5],
    ],
    [
      'made in between, and gone before the end',
      {
        entries: [],
        health: [[-1, 'Healthy', '02:00']],
        created: '02:00',
        firstSeen: '02:00',
        removed: '04:00',
      },
      [2, 2, 0],
    ],
    [
      'there before anybody looked',
      {
        entries: [],
        health: [[0, 'Healthy', '00:00']],
        created: '00:00',
        firstSeen: '07:00',
        watches: [['07:00', '23:00']],
      },
      [3, 3, 7],
    ],
  ])('%s', (_, record, [healthy, known, unknown]) => {
    const of = availabilityOf(recordOf(record));
    expect(of(Date.parse(at('00:00')), Date.parse(at('10:00')))).toEqual({
      healthyMs: healthy * HOUR,
      knownMs: known * HOUR,
      unknownMs: unknown * HOUR,
    });
  });
});
