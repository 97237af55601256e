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
import { configMap } from './manifests';
import type { RawApplication } from './RawApplication';
import { until } from './stream';
import { call, type Failure, list, target } from './target';
import { Workshop } from './Workshop';

const workshop = new Workshop('sets', { 'plain/a.yaml': configMap('a') });

const SET = 'gitops-contract-set';

type ApplicationSet = {
  metadata: { name: string; namespace: string; uid: string };
  spec: { generators: object[]; template: { spec: { project: string } } };
  status: {
    conditions: { type: string; status: string; message: string }[];
    resources: { kind: string; name: string }[];
    resourcesCount: number;
    health: { status: string };
  };
};

type SetEvent = { type: string; applicationSet: ApplicationSet };

const manifest = () => ({
  metadata: { name: SET },
  spec: {
    goTemplate: true,
    generators: [{ list: { elements: [{ env: 'one' }, { env: 'two' }] } }],
    template: {
      metadata: {
        name: `${SET}-{{.env}}`,
        labels: { 'gitops-contract': 'set' },
      },
      spec: workshop.manifest('child', {
        source: 'plain',
        destination: `${workshop.project}-{{.env}}`,
      }).spec,
    },
  },
});

/** The events of one set, until `enough` of them are there. */
async function watch(
  enough: (types: string[]) => boolean,
): Promise<SetEvent[]> {
  const abort = AbortSignal.timeout(20_000);
  const response = await fetch(
    `${target.url}/api/v1/stream/applicationsets?name=${SET}`,
    { headers: { Authorization: `Bearer ${workshop.token}` }, signal: abort },
  );
  const events: SetEvent[] = [];
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of response.body ?? []) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    events.push(...lines.map(line => JSON.parse(line).result));
    if (enough(events.map(({ type }) => type))) break;
  }
  return events;
}

describe('ApplicationSets', () => {
  before(async () => {
    await workshop.open();
  });
  after(async () => {
    if (workshop.token) {
      await workshop.call('DELETE', `/api/v1/applicationsets/${SET}`);
    }
    await workshop.close();
  });

  const children = () =>
    list(`selector=${encodeURIComponent('gitops-contract=set')}`);

  workshop.it('make Applications that name them as their owner', async () => {
    const { status, text } = await workshop.call(
      'POST',
      '/api/v1/applicationsets',
      { body: manifest() },
    );
    assert.equal(status, 200, text);
    const found = await until('its Applications', async () => {
      const all = await children();
      return all.length === 2 && all;
    });
    assert.deepEqual(found.map(({ metadata }) => metadata.name).sort(), [
      `${SET}-one`,
      `${SET}-two`,
    ]);
    for (const { metadata } of found) {
      const [owner] = metadata.ownerReferences ?? [];
      assert.deepEqual(
        [owner.kind, owner.name, owner.controller],
        ['ApplicationSet', SET, true],
      );
    }
  });

  workshop.it('say what they made, and whether that went well', async () => {
    const set = await until('its status', async () => {
      const { json } = await workshop.call<{ items: ApplicationSet[] }>(
        'GET',
        '/api/v1/applicationsets',
      );
      const mine = json.items.find(({ metadata }) => metadata.name === SET);
      // It comes in pieces.
      const { conditions, resourcesCount, health } = mine?.status ?? {};
      const done = conditions?.some(
        ({ type, status }) => type === 'ResourcesUpToDate' && status === 'True',
      );
      return done && health && resourcesCount === 2 && mine;
    });
    assert.equal(set.spec.template.spec.project, workshop.project);
    assert.ok(set.metadata.uid && set.metadata.namespace);
    assert.deepEqual(
      set.status.resources.map(({ kind, name }) => `${kind}/${name}`).sort(),
      [`Application/${SET}-one`, `Application/${SET}-two`],
    );
    const conditions = new Map(
      set.status.conditions.map(({ type, status }) => [type, status]),
    );
    assert.equal(conditions.get('ErrorOccurred'), 'False');
    assert.equal(conditions.get('ResourcesUpToDate'), 'True');
    assert.equal(set.status.health.status, 'Healthy');
    const one = await workshop.call<ApplicationSet>(
      'GET',
      `/api/v1/applicationsets/${SET}`,
    );
    assert.equal(one.json.metadata.uid, set.metadata.uid);
  });

  workshop.it('are filtered by the project of their template', async () => {
    const names = async (project: string) => {
      const { json } = await workshop.call<{ items: RawApplication[] | null }>(
        'GET',
        `/api/v1/applicationsets?projects=${project}`,
      );
      return json.items?.map(({ metadata }) => metadata.name) ?? null;
    };
    assert.deepEqual(await names(workshop.project), [SET]);
    assert.deepEqual(await names('no-such-project'), null);
  });

  workshop.it('are streamed, by name with what is there first', async () => {
    const [first] = await watch(types => types.length > 0);
    assert.equal(first.type, 'ADDED');
    assert.equal(first.applicationSet.metadata.name, SET);
    const [events] = await Promise.all([
      watch(types => types.includes('DELETED')),
      (async () => {
        await new Promise(resolve => setTimeout(resolve, 500));
        await workshop.call('DELETE', `/api/v1/applicationsets/${SET}`);
      })(),
    ]);
    assert.equal(events.at(-1)?.type, 'DELETED');
  });

  workshop.it('take their Applications with them', async () => {
    await until('no Application', async () => (await children()).length === 0);
  });

  it('one that is not there is 404, code 5', async () => {
    const { status, json } = await call<Failure>(
      '/api/v1/applicationsets/no-such-set',
    );
    assert.deepEqual([status, json.code], [404, 5]);
  });
});
