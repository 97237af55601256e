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

import { newSessionState, Sessions } from './Sessions';

const START = Date.parse('2026-11-21T10:00:00Z');

function make(options: { roles?: string[]; sessionSeconds?: number } = {}) {
  const clock = { now: START };
  const sessions = new Sessions({
    state: newSessionState(),
    accounts: [
      { name: 'ada', password: 'right' },
      { name: 'bot', apiToken: 'fixed-token' },
    ],
    now: () => new Date(clock.now),
    sessionSeconds: options.sessionSeconds,
    hasProjectRole: (project, role) =>
      (options.roles ?? []).includes(`${project}/${role}`),
  });
  return { sessions, clock };
}

const WRONG = 'Invalid username or password';

describe('Sessions', () => {
  it('knows its tokens, and from when they are', async () => {
    const { sessions } = make();
    const issuedAt = '2026-11-21T10:00:00Z';
    const token = await sessions.signIn('ada', 'right');
    expect(sessions.verify(token)).toEqual({ username: 'ada', issuedAt });
    expect(sessions.verify('fixed-token')).toEqual({
      username: 'bot',
      issuedAt,
    });
    expect(() => make().sessions.verify(token)).toThrow('signature is invalid');
    expect(() => sessions.verify(undefined)).toThrow('no session information');
  });

  it('ends a session when its time is over', async () => {
    const { sessions, clock } = make({ sessionSeconds: 60 });
    const token = await sessions.signIn('ada', 'right');
    clock.now = START + 59_000;
    expect(sessions.verify(token).username).toBe('ada');
    clock.now = START + 60_000;
    expect(() => sessions.verify(token)).toThrow('token is expired');
  });

  it('locks one account after five failures, until five minutes after the last one that counted', async () => {
    const { sessions, clock } = make();
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await expect(sessions.signIn('ada', 'wrong')).rejects.toThrow(WRONG);
    }
    await expect(sessions.signIn('ada', 'right')).rejects.toThrow(WRONG);
    clock.now = START + 300_000;
    await expect(sessions.signIn('ada', 'right')).rejects.toThrow(WRONG);
    clock.now = START + 300_001;
    await sessions.signIn('ada', 'right');
  });

  it('ends one session, and no other', async () => {
    const { sessions } = make();
    const ended = await sessions.signIn('ada', 'right');
    const other = await sessions.signIn('ada', 'right');
    sessions.revoke(ended);
    expect(() => sessions.verify(ended)).toThrow('token is revoked');
    expect(sessions.verify(other).username).toBe('ada');
    expect(() => sessions.revoke('fixed-token')).toThrow(
      'no session information',
    );
  });

  it('forgets failures with a right password', async () => {
    const { sessions } = make();
    for (let attempt = 0; attempt < 8; attempt += 1) {
      await expect(sessions.signIn('ada', 'wrong')).rejects.toThrow(WRONG);
      await sessions.signIn('ada', 'right');
    }
  });

  it.each([
    ['bot', 'fixed-token', WRONG],
    ['nobody', 'right', WRONG],
    ['ada', '', 'no credentials supplied'],
    [undefined, 'right', 'no credentials supplied'],
  ])('does not let %s with %s in', async (name, password, message) => {
    await expect(make().sessions.signIn(name, password)).rejects.toThrow(
      message,
    );
  });

  it('takes fifty at once, and more when those are through', async () => {
    const { sessions } = make();
    const all = await Promise.allSettled(
      Array.from({ length: 55 }, async () => sessions.signIn('ada', 'right')),
    );
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(50);
    await sessions.signIn('ada', 'right');
  });

  it('gives out tokens of project roles, for as long as the role is there', () => {
    const { sessions, clock } = make({ roles: ['team/ci'] });
    const forever = sessions.issueProjectToken({ project: 'team', role: 'ci' });
    const soon = sessions.issueProjectToken({
      project: 'team',
      role: 'ci',
      expiresIn: 1,
    });
    expect(sessions.verify(soon).username).toBe('proj:team:ci');
    clock.now = START + 10 * 365 * 86_400_000;
    expect(sessions.verify(forever).username).toBe('proj:team:ci');
    expect(() => sessions.verify(soon)).toThrow('token is expired');
    const gone = sessions.issueProjectToken({ project: 'old', role: 'ci' });
    expect(() => sessions.verify(gone)).toThrow("project role 'ci' of 'old'");
  });
});
