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

import type { AppProject, SyncWindow } from '../types';
import { canSync } from './canSync';
import { isOpen } from './isOpen';
import { validateWindows } from './validateWindows';
import { windowsOf } from './windowsOf';

/** A Saturday. */
const NOW = new Date('2026-11-21T10:30:00Z');

const window = (
  schedule: string,
  duration: string,
  rest: Partial<SyncWindow> = {},
): SyncWindow => ({ kind: 'deny', schedule, duration, ...rest });

describe('isOpen', () => {
  it.each<[string, SyncWindow, boolean]>([
    ['always', window('* * * * *', '1h'), true],
    ['opened half an hour ago', window('0 10 * * *', '1h'), true],
    ['closed a minute ago', window('0 10 * * *', '29m'), false],
    ['opens in a minute', window('31 10 * * *', '8h'), false],
    ['opened yesterday, for long', window('0 22 * * 5', '13h'), true],
    ['weekdays only', window('0 9 * * 1-5', '8h'), false],
    ['day of month or day of week', window('0 9 1 * 6', '8h'), true],
    [
      'by the clock of Tokyo, 19:30',
      window('0 19 * * *', '1h', { timeZone: 'Asia/Tokyo' }),
      true,
    ],
    [
      'by a clock that nobody knows: UTC',
      window('0 10 * * *', '1h', { timeZone: 'Mars/Base' }),
      true,
    ],
  ])('%s', (_, given, open) => {
    expect(isOpen(given, NOW)).toBe(open);
  });

  it.each([
    ['0 0 10 * * *', '1h', "cannot parse schedule '0 0 10 * * *'"],
    ['0 25 * * *', '1h', "cannot parse schedule '0 25 * * *'"],
    ['0 1 * * *', '1 hour', "cannot parse duration '1 hour'"],
  ])('cannot read %s for %s', (schedule, duration, message) => {
    expect(() => isOpen(window(schedule, duration), NOW)).toThrow(message);
    expect(() => validateWindows([window(schedule, duration)])).toThrow(
      message,
    );
  });
});

describe('canSync', () => {
  const open = { schedule: '* * * * *', duration: '1h' };
  const closed = { schedule: '0 0 1 1 *', duration: '1h' };
  const deny = { ...open, kind: 'deny' };
  const allow = { ...open, kind: 'allow' };
  const allowLater = { ...closed, kind: 'allow' };
  const manualSync = true;
  it.each<[string, SyncWindow[], boolean, boolean]>([
    ['no window', [], true, true],
    ['a deny window that is closed', [{ ...closed, kind: 'deny' }], true, true],
    ['deny', [deny], false, false],
    ['deny, but by hand', [{ ...deny, manualSync }], true, false],
    ['two denies, one by hand', [{ ...deny, manualSync }, deny], false, false],
    ['allow', [allow, allowLater], true, true],
    ['deny wins', [allow, deny], false, false],
    ['allow only later', [allowLater], false, false],
    ['allow later, by hand now', [{ ...allowLater, manualSync }], true, false],
  ])('%s', (_, windows, byHand, byItself) => {
    expect(canSync(windows, { manual: true, now: NOW })).toBe(byHand);
    expect(canSync(windows, { manual: false, now: NOW })).toBe(byItself);
  });
});

describe('windowsOf', () => {
  const application = {
    metadata: { name: 'cart-prod', namespace: 'argocd' },
    spec: {
      project: 'team',
      destination: { name: 'in-cluster', namespace: 'shop' },
    },
  };
  it.each<[Partial<SyncWindow>, boolean]>([
    [{ applications: ['*-prod'] }, true],
    [{ applications: ['*-dev'], namespaces: ['shop'] }, true],
    [{ clusters: ['in-*'] }, true],
    [{ clusters: ['https://*'] }, false],
    [{ namespaces: ['sho'] }, false],
    [{}, false],
    [{ andOperator: true }, false],
    [{ andOperator: true, applications: ['*'], namespaces: ['shop'] }, true],
    [{ andOperator: true, applications: ['*'], clusters: ['x'] }, false],
    [{ andOperator: true, applications: ['*'] }, true],
  ])('%j', (given, matches) => {
    const project: AppProject = {
      metadata: { name: 'team', namespace: 'argocd' },
      spec: { syncWindows: [window('* * * * *', '1h', given)] },
      status: {},
    };
    expect(windowsOf(project, application)).toHaveLength(matches ? 1 : 0);
    expect(windowsOf(undefined, application)).toEqual([]);
  });
});
