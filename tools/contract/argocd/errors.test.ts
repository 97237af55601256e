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
import { application, call, target } from './target';

describe('errors that the client tells apart', () => {
  const missing = 'no-such-application';

  it('says 401, code 16, to a token that it does not know', async () => {
    const { status, type, json } = await call('/api/v1/applications', {
      headers: { Authorization: 'Bearer not-a-token' },
    });
    assert.equal(status, 401);
    assert.match(type, /^application\/json/);
    assert.equal(json.code, 16);
    assert.equal(typeof json.message, 'string');
  });

  it('says 403, code 7, for an application that is missing, where no project is named', async () => {
    for (const path of ['', '/resource-tree']) {
      const { status, json } = await call(
        `/api/v1/applications/${missing}${path}`,
      );
      assert.deepEqual([status, json.code], [403, 7], path);
    }
  });

  it('says 404, code 5, for the same where its project is named', async () => {
    const { spec } = await application();
    const { status, json } = await call(
      `/api/v1/applications/${missing}?project=${spec.project}`,
    );
    assert.deepEqual([status, json.code], [404, 5]);
    assert.match(json.message, new RegExp(missing));
  });

  it('says 404 where the wrong project is named', async () => {
    const { status, json } = await call(
      `/api/v1/applications/${target.application}?project=no-such-project`,
    );
    assert.deepEqual([status, json.code], [404, 5]);
  });

  it('says 500, code 2, to a selector that does not parse', async () => {
    const { status, json } = await call('/api/v1/applications?selector=%21%21');
    assert.deepEqual([status, json.code], [500, 2]);
    assert.match(json.message, /selector/);
  });

  it('says 500 for a revision that it cannot read', async () => {
    const { spec } = await application();
    const revision = '0'.repeat(40);
    const { status, json } = await call(
      `/api/v1/applications/${target.application}/revisions/${revision}/metadata?project=${spec.project}`,
    );
    assert.deepEqual([status, json.code], [500, 2]);
  });

  it('says 415 to a login without a JSON content type', async () => {
    const { status, text } = await call('/api/v1/session', {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: '{}',
    });
    assert.deepEqual([status, text], [415, 'Invalid content type\n']);
  });
});
