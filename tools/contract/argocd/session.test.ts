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
import { call, type Failure, target } from './target';

describe('session and version', () => {
  const skip = target.password ? false : 'ARGOCD_PASSWORD is not given';

  function login(password = '') {
    return call<Partial<Failure & { token: string }>>('/api/v1/session', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ username: target.username, password }),
    });
  }

  it('hands out a token that the API takes', { skip }, async () => {
    const { status, json } = await login(target.password);
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
    const { status, json } = await login('not-the-password');
    assert.deepEqual([status, json.code], [401, 16]);
  });

  it('tells its version to anybody', async () => {
    const { status, json } = await call<{ Version: string }>('/api/version', {
      headers: { Authorization: '' },
    });
    assert.equal(status, 200);
    assert.match(json.Version, /^v\d+\.\d+\.\d+/);
  });
});
