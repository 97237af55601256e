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
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import type {
  ArgoApplicationKey,
  ArgoCdClient,
  ArgoStreamEvent,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { failureOf, refused } from './failureOf';
import { ourClient } from './ourClient';
import { revisionOf } from './RawApplication';
import { until } from './stream';
import { application, list, refresh, target } from './target';

const SHA = /^[0-9a-f]{40}$/;
const UUID = /^[0-9a-f-]{36}$/;

function isTime(text: string | undefined): boolean {
  return !Number.isNaN(Date.parse(text ?? ''));
}

describe('our client', () => {
  let client: ArgoCdClient;
  let key: ArgoApplicationKey;
  let names: string[];

  before(async () => {
    client = ourClient();
    const { metadata, spec } = await application();
    key = {
      namespace: metadata.namespace,
      name: metadata.name,
      project: spec.project,
    };
    const listed = await list('fields=items.metadata.name');
    names = listed.map(item => item.metadata.name).sort();
  });
  after(() => client.close());

  it('reads the version without a session', async () => {
    const anonymous = ourClient({ type: 'token', token: 'not-a-token' });
    try {
      assert.match(await anonymous.version(), /^v\d+\.\d+\.\d+/);
    } finally {
      await anonymous.close();
    }
  });

  it('lists names, and the version of the list', async () => {
    const listed = await client.listNames();
    assert.deepEqual(listed.names.map(({ name }) => name).sort(), names);
    assert.ok(listed.names.every(({ namespace }) => namespace));
    assert.match(listed.resourceVersion ?? '', /^\d+$/);
  });

  it('notices a change by the version of the list', async () => {
    const first = await client.listResourceVersion();
    assert.match(first ?? '', /^\d+$/);
    await refresh(key.project);
    await until(
      'another version',
      async () => (await client.listResourceVersion()) !== first,
    );
  });

  it('lists Applications with what the list projects', async () => {
    const { applications, resourceVersion } = await client.listApplications();
    assert.match(resourceVersion ?? '', /^\d+$/);
    assert.deepEqual(applications.map(({ name }) => name).sort(), names);
    const mine = applications.find(({ name }) => name === key.name);
    assert.ok(mine);
    const { metadata } = await application();
    assert.equal(mine.project, key.project);
    assert.equal(mine.namespace, key.namespace);
    assert.deepEqual(mine.labels, metadata.labels);
    assert.ok(mine.sources[0].repoUrl);
    assert.ok(mine.destination.name || mine.destination.server);
    assert.equal(mine.autoSync, true);
    assert.equal(mine.sync, 'Synced');
    assert.equal(mine.health, 'Healthy');
    assert.ok(mine.images.length > 0);
    assert.match(mine.revisions.at(-1) ?? '', SHA);
    assert.deepEqual(mine.history, [], 'only the stream has it');
  });

  it('gets one Application with everything that is shown', async () => {
    const mine = await client.getApplication(key);
    const raw = await application();
    assert.match(mine.uid ?? '', UUID);
    assert.match(mine.resourceVersion ?? '', /^\d+$/);
    assert.ok(isTime(mine.createdAt) && isTime(mine.reconciledAt));
    assert.deepEqual([mine.sync, mine.health], ['Synced', 'Healthy']);
    assert.equal(mine.revisions.at(-1), revisionOf(raw.status.sync));
    assert.deepEqual(mine.images, raw.status.summary.images);
    assert.equal(mine.operation?.phase, 'Succeeded');
    assert.ok(isTime(mine.operation?.finishedAt));
    assert.deepEqual(mine.conditions, []);
    assert.equal(mine.deleting, false);
    const [newest] = mine.history;
    const [last] = raw.status.history.slice(-1);
    assert.equal(newest.id, last.id, 'the newest comes first');
    assert.equal(newest.revisions.at(-1), revisionOf(last));
    assert.ok(isTime(newest.deployedAt) && isTime(newest.startedAt));
    assert.equal(newest.sources.length, newest.revisions.length);
  });

  it('streams every Application as ADDED, with its history, and changes from then on', async () => {
    const ending = new AbortController();
    const events: ArgoStreamEvent[] = [];
    let opened = false;
    const outcome = failureOf(() =>
      client.streamApplications({
        signal: ending.signal,
        onOpen: () => {
          opened = true;
        },
        onEvent: event => events.push(event),
      }),
    );
    try {
      await until('all of them', () => events.length >= names.length);
      assert.equal(opened, true);
      const first = events.slice(0, names.length);
      assert.deepEqual(
        first.map(event => event.application.name).sort(),
        names,
      );
      assert.ok(first.every(({ type }) => type === 'ADDED'));
      const mine = first.find(event => event.application.name === key.name);
      assert.deepEqual(
        { ...mine?.application, resourceVersion: '', reconciledAt: '' },
        {
          ...(await client.getApplication(key)),
          resourceVersion: '',
          reconciledAt: '',
        },
        'the stream shows what a GET shows',
      );
      await until('a change', async () => {
        await refresh(key.project);
        return events
          .slice(names.length)
          .some(
            ({ type, application: changed }) =>
              type === 'MODIFIED' && changed.name === key.name,
          );
      });
    } finally {
      ending.abort();
    }
    assert.equal((await outcome)?.name, 'AbortError');
  });

  it('reads the resource tree', async () => {
    const nodes = await client.getResourceTree(key);
    const nodeOf = (kind: string) => {
      const found = nodes.find(node => node.kind === kind);
      assert.ok(found, kind);
      return found;
    };
    const deployment = nodeOf('Deployment');
    assert.match(deployment.uid, UUID);
    assert.deepEqual(
      [deployment.group, deployment.version, deployment.health],
      ['apps', 'v1', 'Healthy'],
    );
    const replicaSet = nodes.find(({ parent }) => parent === deployment.uid);
    assert.equal(replicaSet?.kind, 'ReplicaSet');
    const pod = nodeOf('Pod');
    assert.ok(pod.images.length > 0 && isTime(pod.createdAt));
    assert.ok(pod.info.some(({ name }) => name === 'Containers'));
    assert.equal(pod.group, '', 'the core group has no name');
  });

  it('lists what Git defines, with its sync status', async () => {
    const resources = await client.listManagedResources(key);
    const deployment = resources.find(({ kind }) => kind === 'Deployment');
    assert.deepEqual(
      [deployment?.group, deployment?.version, deployment?.sync],
      ['apps', 'v1', 'Synced'],
    );
    assert.ok(
      !resources.some(({ kind }) => kind === 'Pod'),
      'only the tree has what came of it',
    );
    assert.deepEqual(
      await client.listManagedResources({ ...key, name: 'no-such-app' }),
      [],
    );
  });

  it('reads who made a commit', async () => {
    const { revisions } = await client.getApplication(key);
    for (const sourceIndex of [undefined, revisions.length - 1]) {
      const { author, date, message } = await client.getRevisionMetadata(
        key,
        revisions.at(-1) ?? '',
        { sourceIndex },
      );
      assert.match(author ?? '', /.+ <.+@.+>/);
      assert.ok(isTime(date));
      assert.ok(message);
    }
  });

  describe('credentials', () => {
    const skip = target.password ? false : 'ARGOCD_PASSWORD is not given';
    const password = target.password ?? '';
    const { username } = target;

    it('reads a token from a file, and once more where it is refused', async () => {
      const directory = mkdtempSync(path.join(tmpdir(), 'gitops-contract-'));
      const tokenFile = path.join(directory, 'token');
      writeFileSync(tokenFile, 'expired');
      const own = ourClient({ type: 'tokenFile', tokenFile });
      try {
        assert.deepEqual(
          await failureOf(() => own.listNames()),
          refused('unauthorized', 401, 16),
        );
        writeFileSync(tokenFile, `${target.token}\n`);
        assert.equal((await own.listNames()).names.length, names.length);
      } finally {
        await own.close();
        rmSync(directory, { recursive: true });
      }
    });

    // The right password comes second: it takes back what the wrong one counts towards locking the account.
    it(
      'says that a password is wrong, and logs in with the right one',
      { skip },
      async () => {
        const wrong = ourClient({ type: 'password', username, password: 'no' });
        const right = ourClient({ type: 'password', username, password });
        try {
          assert.deepEqual(
            await failureOf(() => wrong.listNames()),
            refused('unauthorized', 401, 16),
          );
          const [first, second] = await Promise.all([
            right.listNames(),
            right.getApplication(key),
          ]);
          assert.ok(first.names.some(({ name }) => name === key.name));
          assert.equal(second.name, key.name);
        } finally {
          await wrong.close();
          await right.close();
        }
      },
    );
  });

  describe('tells failures apart', () => {
    const missing = 'no-such-application';

    it('unauthorized: a token that Argo CD does not know', async () => {
      const stranger = ourClient({ type: 'token', token: 'not-a-token' });
      const signal = AbortSignal.timeout(20_000);
      try {
        for (const call of [
          () => stranger.listNames(),
          () => stranger.getApplication(key),
          () => stranger.getResourceTree(key),
        ]) {
          assert.deepEqual(
            await failureOf(call),
            refused('unauthorized', 401, 16),
          );
        }
        const streamed = await failureOf(() =>
          stranger.streamApplications({ signal, onEvent() {} }),
        );
        assert.equal(streamed?.failure, 'unauthorized');
      } finally {
        await stranger.close();
      }
    });

    it('forbidden: an Application that is missing, where no project is named', async () => {
      const unknown = { ...key, name: missing, project: '' };
      for (const call of [
        () => client.getApplication(unknown),
        () => client.getResourceTree(unknown),
        () => client.getRevisionMetadata(unknown, '0'.repeat(40)),
      ]) {
        assert.deepEqual(await failureOf(call), refused('forbidden', 403, 7));
      }
    });

    it('not-found: the same in a project, and an Application in a project that is not its own', async () => {
      for (const call of [
        () => client.getApplication({ ...key, name: missing }),
        () => client.getResourceTree({ ...key, name: missing }),
        () => client.getApplication({ ...key, project: 'no-such-project' }),
      ]) {
        assert.deepEqual(await failureOf(call), refused('not-found', 404, 5));
      }
    });

    it('server-error: a revision that the repository does not have', async () => {
      const call = () => client.getRevisionMetadata(key, '0'.repeat(40));
      assert.deepEqual(await failureOf(call), refused('server-error', 500, 2));
    });
  });
});
