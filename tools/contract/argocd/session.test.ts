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

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { login } from './login';
import { ourClient } from './ourClient';
import { startProxy } from './startProxy';
import { until } from './stream';
import { call, target } from './target';

describe('session and version', () => {
  const skip = target.password ? false : 'ARGOCD_PASSWORD is not given';

  it('hands out a token that the API takes', { skip }, async () => {
    const { status, json } = await login();
    assert.equal(status, 200);
    const listed = await call(
      '/api/v1/applications?fields=items.metadata.name',
      {
        headers: { Authorization: `Bearer ${json.token}` },
      },
    );
    assert.equal(listed.status, 200);
  });

  it('refuses a wrong password with 401, code 16', { skip }, async () => {
    const { status, json } = await login(target.username, 'no');
    assert.deepEqual([status, json.code], [401, 16]);
  });

  it('tells its version to anybody', async () => {
    const { status, json } = await call<{ Version: string }>('/api/version', {
      headers: { Authorization: '' },
    });
    assert.equal(status, 200);
    assert.match(json.Version, /^v\d+\.\d+\.\d+/);
  });

  it(
    'a session that was ended is 401, and our client logs in once more for all its calls',
    {
      skip:
        skip ||
        (target.url.startsWith('http://')
          ? false
          : 'the target speaks TLS: nothing can stand in between'),
    },
    async () => {
      const proxy = await startProxy();
      const { username, password = '' } = target;
      const client = ourClient(
        { type: 'password', username, password },
        { url: proxy.url },
      );
      const logins = () =>
        proxy.requests.filter(head => head.startsWith('POST /api/v1/session'));
      try {
        await client.listNames();
        const [token] = proxy.requests.flatMap(
          head => /authorization: Bearer (\S+)/i.exec(head)?.[1] ?? [],
        );
        assert.equal(logins().length, 1);
        const ended = await fetch(`${target.url}/auth/logout`, {
          headers: { Cookie: `argocd.token=${token}` },
          redirect: 'manual',
        });
        assert.equal(ended.status, 303);
        const refused = await until('the end of the session', async () => {
          const answer = await call('/api/v1/applications', {
            headers: { Authorization: `Bearer ${token}` },
          });
          return answer.status !== 200 && answer;
        });
        assert.deepEqual([refused.status, refused.json.code], [401, 16]);
        assert.match(refused.json.message, /token is revoked/);
        await Promise.all([
          client.listNames(),
          client.listResourceVersion(),
          client.listNames(),
        ]);
        assert.equal(logins().length, 2);
      } finally {
        await client.close();
        proxy.stop();
      }
    },
  );
});
