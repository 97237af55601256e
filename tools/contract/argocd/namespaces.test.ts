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
import { after, before, describe } from 'node:test';
import type { ArgoApplicationKey } from '@gitops-platform/backstage-plugin-gitops-node';
import { configMap } from './manifests';
import { ourClient } from './ourClient';
import { openStream, until } from './stream';
import { application, list, target } from './target';
import { Workshop } from './Workshop';

const workshop = new Workshop('namespaces', {
  'plain/a.yaml': configMap('a'),
});

const NAME = 'gitops-contract-elsewhere';

describe('an Application in another namespace', () => {
  let key: ArgoApplicationKey;
  let missing: string | undefined;

  before(async () => {
    await workshop.open();
  });
  after(async () => workshop.close());

  /** Left out where the server takes no Applications from that namespace. */
  const withApplication = (name: string, body: () => Promise<void>) =>
    workshop.it(name, async context => {
      if (missing) context.skip(missing);
      else await body();
    });

  workshop.it('is made where its project allows it', async context => {
    // The namespace itself comes with another Application's resources.
    const helper = await workshop.make('gitops-contract-namespace', {
      source: 'plain',
      destination: target.namespace,
    });
    await workshop.sync(helper);
    const answer = await workshop.call('POST', '/api/v1/applications', {
      body: workshop.manifest(NAME, {
        source: 'plain',
        namespace: target.namespace,
      }),
    });
    if (/namespace '.*' is not permitted/.test(answer.json.message)) {
      missing = `the server takes no Applications from ${target.namespace}: start it with --application-namespaces`;
      context.skip(missing);
      return;
    }
    assert.equal(answer.status, 200, answer.text);
    key = {
      name: NAME,
      namespace: target.namespace,
      project: workshop.project,
    };
    await until('compared', async () => {
      const { status } = await workshop.get(key);
      return status.sync.status === 'OutOfSync';
    });
  });

  withApplication('is found by its namespace only', async () => {
    const { status, json } = await workshop.call(
      'GET',
      workshop.path({ ...key, namespace: '' }),
    );
    assert.deepEqual([status, json.code], [404, 5]);
    const { metadata } = await workshop.get(key);
    assert.equal(metadata.namespace, target.namespace);
  });

  withApplication(
    'is in the list, and alone in that of its namespace',
    async () => {
      const names = async (query: string) => {
        const found = await list(query);
        return found.map(
          ({ metadata }) => `${metadata.namespace}/${metadata.name}`,
        );
      };
      const mine = `${target.namespace}/${NAME}`;
      assert.ok((await names('')).includes(mine));
      assert.deepEqual(await names(`appNamespace=${target.namespace}`), [mine]);
      const { metadata } = await application();
      const own = await names(`appNamespace=${metadata.namespace}`);
      assert.ok(own.length > 0 && !own.includes(mine));
    },
  );

  withApplication(
    'is streamed with the others; by name, with its namespace',
    async () => {
      const stream = openStream('fields=result.application.metadata.namespace');
      const byName = openStream(
        `name=${NAME}&appNamespace=${target.namespace}`,
      );
      try {
        await until('its event', () =>
          stream.events.some(
            ({ application }) =>
              application.metadata.namespace === target.namespace,
          ),
        );
        const [first] = await until(
          'its event by name',
          () => byName.events.length > 0 && byName.events,
        );
        assert.equal(first.application.metadata.namespace, target.namespace);
      } finally {
        await stream.close();
        await byName.close();
      }
    },
  );

  withApplication(
    'is synced, and tracks its resources by both its names',
    async () => {
      const { status } = await workshop.sync(key);
      assert.equal(status.operationState.phase, 'Succeeded');
      const { json } = await workshop.call<{
        items: { targetState: string }[];
      }>('GET', workshop.path(key, '/managed-resources'));
      assert.ok(
        json.items[0].targetState.includes(
          `"argocd.argoproj.io/tracking-id":"${target.namespace}_${NAME}:/ConfigMap:${workshop.project}/a"`,
        ),
      );
    },
  );

  withApplication(
    'has a name in policies that holds its namespace',
    async () => {
      const reader = await workshop.roleToken('reader');
      const { json } = await workshop.askSync(key, {}, reader);
      assert.match(
        json.message,
        new RegExp(
          `^permission denied: applications, sync, ${workshop.project}/${target.namespace}/${NAME}, `,
        ),
      );
    },
  );

  withApplication('is no different to our client', async () => {
    const client = ourClient({ type: 'token', token: workshop.token });
    try {
      const found = await client.getApplication(key);
      assert.equal(found.namespace, target.namespace);
      const { names } = await client.listNames();
      assert.ok(
        names.some(
          one => one.name === NAME && one.namespace === target.namespace,
        ),
      );
      await client.sync(key, { dryRun: true });
      await workshop.ended(key);
      const operation = await client.getOperation(key);
      assert.equal(operation?.dryRun, true);
      const events = await client.listEvents(key);
      assert.ok(events.length > 0);
      assert.ok((await client.getResourceTree(key)).length > 0);
    } finally {
      await client.close();
    }
  });

  withApplication(
    'is refused in a project that takes none from there: 400, code 3',
    async () => {
      const body = workshop.manifest('gitops-contract-refused', {
        source: 'plain',
        namespace: target.namespace,
      });
      const { status, json } = await workshop.call(
        'POST',
        '/api/v1/applications',
        { body: { ...body, spec: { ...body.spec, project: 'default' } } },
      );
      assert.deepEqual(
        [status, json.code, json.message],
        [
          400,
          3,
          'app is not allowed in project "default", or the project does not exist',
        ],
      );
    },
  );
});
