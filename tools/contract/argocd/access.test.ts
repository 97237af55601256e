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
import { after, before, describe, it } from 'node:test';
import type { ArgoApplicationKey } from '@gitops-platform/backstage-plugin-gitops-node';
import { login } from './login';
import { configMap } from './manifests';
import type { RawApplication } from './RawApplication';
import { openStream, until } from './stream';
import { application, call, target } from './target';
import { Workshop } from './Workshop';

const workshop = new Workshop('access', { 'plain/a.yaml': configMap('a') });

type List<T> = { items: T[] | null };

describe('accounts', () => {
  let key: ArgoApplicationKey;
  let reader: string;
  let syncer: string;

  before(async () => {
    await workshop.open();
  });
  after(async () => workshop.close());

  /** A read with a token of a project's role. */
  const get = async <T>(path: string, token: string) =>
    workshop.call<T>('GET', path, { token });

  workshop.it('a token of a project’s role is somebody', async () => {
    key = await workshop.make('gitops-contract-access', { source: 'plain' });
    reader = await workshop.roleToken('reader');
    syncer = await workshop.roleToken('syncer');
    const { json } = await get('/api/v1/session/userinfo', reader);
    assert.deepEqual(json, {
      loggedIn: true,
      username: `proj:${workshop.project}:reader`,
      iss: 'argocd',
    });
  });

  workshop.it(
    'it sees the Applications of its project, and no others',
    async () => {
      const { json } = await get<List<RawApplication>>(
        '/api/v1/applications?fields=items.metadata.name',
        reader,
      );
      assert.deepEqual(
        json.items?.map(({ metadata }) => metadata.name),
        [key.name],
      );
      const stream = openStream('fields=result.application.metadata.name', {
        token: reader,
      });
      try {
        await until('its Application', () => stream.events.length > 0);
        const names = stream.events.map(one => one.application.metadata.name);
        assert.deepEqual([...new Set(names)], [key.name]);
      } finally {
        await stream.close();
      }
    },
  );

  workshop.it(
    'what it may not know of is 403 without the project, and with a project of its own 404',
    async () => {
      const { spec } = await application();
      const at = `/api/v1/applications/${target.application}`;
      for (const [path, status, code] of [
        [at, 403, 7],
        [`${at}?project=${spec.project}`, 403, 7],
        [`${at}?project=${workshop.project}`, 404, 5],
        [`${at}/resource-tree?project=${spec.project}`, 403, 7],
        ['/api/v1/applications/no-such-application', 403, 7],
        [
          `/api/v1/applications/no-such-application?project=${workshop.project}`,
          404,
          5,
        ],
      ] as const) {
        const answer = await get<{ code: number; message: string }>(
          path,
          reader,
        );
        assert.deepEqual(
          [answer.status, answer.json.code],
          [status, code],
          path,
        );
        if (status === 403) {
          assert.equal(answer.json.message, 'permission denied', path);
        }
      }
    },
  );

  workshop.it('lists of what it may not read are null', async () => {
    for (const kind of ['clusters', 'applicationsets']) {
      const answer = await get<List<object>>(`/api/v1/${kind}`, reader);
      assert.deepEqual([answer.status, answer.json.items], [200, null], kind);
    }
    const projects = await get<List<RawApplication>>(
      '/api/v1/projects',
      reader,
    );
    assert.deepEqual(
      projects.json.items?.map(({ metadata }) => metadata.name),
      [workshop.project],
      'a role may read its own project',
    );
  });

  workshop.it(
    'a project that it may not read is 403, with what was refused',
    async () => {
      const { spec } = await application();
      const path = `/api/v1/projects/${spec.project}`;
      const { status, json } = await get<{ message: string }>(path, reader);
      assert.equal(status, 403);
      assert.match(
        json.message,
        new RegExp(
          `^permission denied: projects, get, ${spec.project}, sub: proj:${workshop.project}:reader, iat: `,
        ),
      );
    },
  );

  workshop.it('a reader may not sync, and is told so', async () => {
    const { status, json } = await workshop.askSync(key, {}, reader);
    assert.deepEqual([status, json.code], [403, 7]);
    assert.match(
      json.message,
      new RegExp(
        `^permission denied: applications, sync, ${workshop.project}/${key.name}, sub: proj:${workshop.project}:reader, iat: \\d{4}-`,
      ),
    );
  });

  workshop.it(
    'a reader may not terminate, delete or make anything',
    async () => {
      const refusals = [
        await workshop.call('DELETE', workshop.path(key, '/operation'), {
          token: reader,
        }),
        await workshop.call('DELETE', workshop.path(key), { token: reader }),
        await workshop.call('POST', '/api/v1/applications', {
          token: reader,
          body: workshop.manifest('gitops-contract-new', { source: 'plain' }),
        }),
      ];
      for (const { status, json } of refusals) {
        assert.deepEqual([status, json.code], [403, 7]);
        assert.match(json.message, /^permission denied/);
      }
    },
  );

  workshop.it('who may sync is named in the operation', async () => {
    assert.equal((await workshop.askSync(key, {}, syncer)).status, 200);
    const { status } = await workshop.ended(key);
    assert.equal(status.operationState.phase, 'Succeeded');
    assert.equal(
      status.operationState.operation.initiatedBy.username,
      `proj:${workshop.project}:syncer`,
    );
  });

  workshop.it('a token that has run out is 401, code 16', async () => {
    const token = await workshop.roleToken('reader', 1);
    const refused = await until('the token to run out', async () => {
      const answer = await get<{ code: number; message: string }>(
        '/api/v1/applications',
        token,
      );
      return answer.status !== 200 && answer;
    });
    assert.deepEqual([refused.status, refused.json.code], [401, 16]);
    assert.match(refused.json.message, /token is expired/);
  });

  workshop.it(
    'a role that is not there has no token: 404, code 5',
    async () => {
      const { status, json } = await workshop.call(
        'POST',
        `/api/v1/projects/${workshop.project}/roles/nosuch/token`,
        { body: {} },
      );
      assert.deepEqual([status, json.code], [404, 5]);
    },
  );

  it('the suite’s own account is named, and nobody is not', async () => {
    const known = await call<{ loggedIn?: boolean; username?: string }>(
      '/api/v1/session/userinfo',
    );
    assert.equal(known.json.loggedIn, true);
    assert.ok(known.json.username);
    const nobody = await call('/api/v1/session/userinfo', {
      headers: { Authorization: '' },
    });
    assert.deepEqual([nobody.status, nobody.json], [200, {}]);
  });

  describe('logging in', () => {
    const { username, password } = target.lockable;

    it(
      'five wrong passwords lock an account, for the right one too',
      {
        skip: password ? false : 'CONTRACT_LOCKABLE_PASSWORD is not given',
      },
      async () => {
        assert.equal((await login(username, password)).status, 200);
        for (let attempt = 0; attempt < 5; attempt += 1) {
          const { status, json } = await login(username, 'wrong');
          assert.deepEqual([status, json.code], [401, 16]);
        }
        const { status, json } = await login(username, password);
        assert.deepEqual(
          [status, json.message],
          [401, 'Invalid username or password'],
        );
      },
    );
  });
});
