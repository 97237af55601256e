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

import {
  delivery,
  deliveryRow,
  findings,
  behind,
  promote,
  pullRequest,
} from '../../../dev/fixtures/delivery';
import { words } from '../../__testUtils__/words';
import { behindText } from '../cells';
import { failingInstances } from './failingInstances';
import { lackOf, lacksOf } from './lackOf';
import { isEmpty, noteOf } from './noteOf';
import { waitsFor } from './waitsFor';

const unborn = (environment: string) =>
  deliveryRow(environment, {
    applications: [],
    version: undefined,
    pullRequests: [pullRequest()],
  });

describe('waitsFor', () => {
  it('names each pull request once, before anything runs', () => {
    const rows = [unborn('dev'), unborn('staging')];
    rows[1].pullRequests.push(pullRequest({ number: 13 }));
    expect(waitsFor(delivery({ rows })).map(({ number }) => number)).toEqual([
      12, 13,
    ]);
  });

  it('names none once something runs somewhere', () => {
    const rows = [deliveryRow('dev'), unborn('staging')];
    expect(waitsFor(delivery({ rows }))).toEqual([]);
    expect(waitsFor(delivery())).toEqual([]);
  });
});

describe('noteOf', () => {
  const waiting = findings.waitingForPullRequest;
  const its = pullRequest({ number: 31 });

  it('says of each thing once', () => {
    const row = deliveryRow('production', {
      findings: [
        findings.notHealthy,
        { ...waiting, environment: 'production' },
      ],
      pullRequests: [its, pullRequest({ number: 32 })],
      behind: behind('staging'),
      actions: [promote('production')],
    });
    const note = noteOf(row, []);
    expect(note.pullRequests.map(({ number }) => number)).toEqual([32]);
    expect(note.findings).toHaveLength(2);
    expect(note.findings[1].environment).toBeUndefined();
    expect(note.behind).toEqual(row.behind);
    expect(isEmpty(note)).toBe(false);
  });

  it('leaves out what stands above the table', () => {
    const row = deliveryRow('dev', {
      findings: [waiting],
      pullRequests: [its],
    });
    expect(isEmpty(noteOf(row, [its]))).toBe(true);
  });

  it('has no commits to show of an environment that lacks none', () => {
    const row = deliveryRow('staging', {
      behind: behind('dev', { same: true, total: 0, commits: [] }),
    });
    expect(isEmpty(noteOf(row, []))).toBe(true);
  });
});

describe('lacksOf', () => {
  it('names the parts that are not there as a whole', () => {
    const answer = delivery({
      parts: [
        { part: 'applications', status: 'ok' },
        { part: 'secrets', status: 'forbidden', reason: 'Not yours' },
        { part: 'routes', status: 'partial' },
      ],
    });
    expect(lacksOf(answer).map(({ part }) => part)).toEqual([
      'secrets',
      'routes',
    ]);
    expect(lackOf('secrets', answer)?.reason).toBe('Not yours');
    expect(lackOf('applications', answer)).toBeUndefined();
    expect(lackOf('git', answer)).toBeUndefined();
  });
});

describe('failingInstances', () => {
  it('groups them by the system as people know it', () => {
    expect(
      failingInstances([
        { system: 'vault', name: 'main', status: 'error' },
        { system: 'argocd', name: 'main', status: 'ok' },
        { system: 'argocd', name: 'eu', status: 'stale' },
      ]).map(({ system, instances }) => [
        system,
        ...instances.map(({ name }) => name),
      ]),
    ).toEqual([
      ['Argo CD', 'eu'],
      ['Vault', 'main'],
    ]);
  });
});

describe('behindText', () => {
  it.each([
    [{ same: true, total: 0 }, 'Same as dev'],
    [{ total: 1 }, '1 commit behind dev'],
    [{ total: 3 }, '3 commits behind dev'],
    [{ total: 0 }, 'Newer than dev'],
    [{ total: undefined }, 'Differs from dev'],
  ])('puts %j as %s', (given, text) => {
    expect(behindText(behind('dev', given), words().t)).toBe(text);
  });
});
