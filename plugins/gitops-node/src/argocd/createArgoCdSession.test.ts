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

import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ArgoCdAuth } from '../config';
import { fakeClock } from '../upstream/__testUtils__/fakeClock';
import { json, serve } from '../upstream/__testUtils__/serve';
import {
  application,
  clientFor,
  key,
  unauthorized,
} from './__testUtils__/clientFor';

describe('the session', () => {
  /** Accepts only the latest token that it issued, and counts logins. */
  function argoCd(options: { password: string }) {
    let issued = 0;
    const state = {
      password: options.password,
      logins: 0,
      expire: () => {
        issued += 1000;
      },
    };
    const handler: RequestListener = (req, res) => {
      if (req.url !== '/api/v1/session') {
        const valid = req.headers.authorization === `Bearer session-${issued}`;
        (valid ? json(200, application) : unauthorized)(req, res);
        return;
      }
      let body = '';
      req.on('data', chunk => {
        body += chunk;
      });
      req.on('end', () => {
        state.logins += 1;
        const { username, password } = JSON.parse(body);
        const valid =
          username === 'admin' &&
          password === state.password &&
          req.headers['content-type'] === 'application/json';
        issued += 1;
        (valid
          ? json(200, { token: `session-${issued}` })
          : json(401, { code: 16, message: 'Invalid username or password' }))(
          req,
          res,
        );
      });
    };
    return { state, handler };
  }
  const password: ArgoCdAuth = {
    type: 'password',
    username: 'admin',
    password: 'right',
  };

  it('logs in once for all, and once more when the session has ended', async () => {
    const { state, handler } = argoCd({ password: 'right' });
    const { url } = await serve(handler);
    const clock = fakeClock();
    const client = clientFor(url, { auth: password, clock });
    const many = () =>
      Promise.all(Array.from({ length: 8 }, () => client.getApplication(key)));

    await expect(many()).resolves.toHaveLength(8);
    expect(state.logins).toBe(1);

    // However young: Argo CD may have started with another key.
    state.expire();
    await expect(many()).resolves.toHaveLength(8);
    expect(state.logins).toBe(2);

    // One that is refused just as soon is not refused for its age.
    state.expire();
    clock.advance(59_000);
    for (let call = 0; call < 5; call++) {
      await expect(client.getApplication(key)).rejects.toMatchObject({
        failure: 'unauthorized',
      });
    }
    expect(state.logins).toBe(2);

    clock.advance(1_000);
    await expect(many()).resolves.toHaveLength(8);
    expect(state.logins).toBe(3);
  });

  it('does not get the account locked out', async () => {
    const { state, handler } = argoCd({ password: 'changed' });
    const { url } = await serve(handler);
    const clock = fakeClock();
    const client = clientFor(url, { auth: password, clock });
    const refused = {
      failure: 'unauthorized',
      message: expect.stringContaining(
        'answered 401 (Invalid username or password)',
      ),
    };
    // Five minutes, a call a second.
    for (let second = 0; second < 300; second++) {
      await expect(client.getApplication(key)).rejects.toMatchObject(refused);
      clock.advance(1000);
    }
    expect(state.logins).toBe(2);

    state.password = 'right';
    clock.advance(600_000);
    await expect(client.getApplication(key)).resolves.toMatchObject(key);
    expect(state.logins).toBe(3);
  });

  it.each<[string, RequestListener, string]>([
    ['broke off', req => req.socket.destroy(), 'connection'],
    ['met a proxy', json(503, {}), 'server-error'],
    ['was one too many', json(429, {}), 'rate-limited'],
  ])('tries again at once where a login %s', async (_, fail, failure) => {
    const { state, handler } = argoCd({ password: 'right' });
    let broken = true;
    const { url } = await serve((req, res) =>
      (broken ? fail : handler)(req, res),
    );
    const client = clientFor(url, { auth: password });
    await expect(client.getApplication(key)).rejects.toMatchObject({ failure });
    broken = false;
    await expect(client.getApplication(key)).resolves.toMatchObject(key);
    expect(state.logins).toBe(1);
  });

  it('renews the session of a stream, too', async () => {
    const { state, handler } = argoCd({ password: 'right' });
    const { url } = await serve(handler);
    const clock = fakeClock();
    const client = clientFor(url, { auth: password, clock });
    await client.getApplication(key);
    state.expire();
    await client.streamApplications({
      signal: new AbortController().signal,
      onEvent: () => {},
    });
    expect(state.logins).toBe(2);
  });

  it('reads a token file again when it changes', async () => {
    const tokenFile = join(tmpdir(), randomUUID());
    let valid = 'Bearer first';
    const { url, requests } = await serve((req, res) =>
      (req.headers.authorization === valid
        ? json(200, application)
        : unauthorized)(req, res),
    );
    const client = clientFor(url, { auth: { type: 'tokenFile', tokenFile } });
    try {
      await expect(client.getApplication(key)).rejects.toThrow(
        `Argo CD instance 'main': the token file '${tokenFile}' cannot be read`,
      );
      writeFileSync(tokenFile, '\n');
      await expect(client.getApplication(key)).rejects.toThrow(/is empty/);
      writeFileSync(tokenFile, 'first\n');
      await expect(client.getApplication(key)).resolves.toMatchObject(key);
      writeFileSync(tokenFile, 'the second\n');
      valid = 'Bearer the second';
      await expect(client.getApplication(key)).resolves.toMatchObject(key);
      expect(requests).toHaveLength(2);

      valid = 'Bearer third';
      await expect(client.getApplication(key)).rejects.toMatchObject({
        failure: 'unauthorized',
      });
      expect(requests).toHaveLength(3);
    } finally {
      rmSync(tokenFile, { force: true });
    }
  });

  it('has nothing to renew where the token is configured', async () => {
    const { url, requests } = await serve(unauthorized);
    await expect(clientFor(url).getApplication(key)).rejects.toMatchObject({
      failure: 'unauthorized',
      message: expect.stringContaining('is the token revoked or expired?'),
    });
    expect(requests).toHaveLength(1);
  });
});
