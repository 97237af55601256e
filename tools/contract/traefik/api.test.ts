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
import { after, describe, it } from 'node:test';
import { ourTraefikClient } from './ourTraefikClient';
import { call, skip, type RawItem } from './target';

const LISTS = [
  '/http/routers',
  '/http/services',
  '/http/middlewares',
  '/tcp/routers',
  '/tcp/services',
  '/tcp/middlewares',
  '/udp/routers',
  '/udp/services',
  '/entrypoints',
];

describe("Traefik's API", { skip }, () => {
  const client = skip ? undefined : ourTraefikClient();
  after(async () => client?.close());

  it('says which version it is, and when it started', async () => {
    const { json, type } = await call<{ Version: string; startDate: string }>(
      '/version',
    );
    assert.match(type, /^application\/json/);
    assert.match(json.Version, /^3\./);
    const version = await client?.getVersion();
    assert.equal(version?.version, json.Version);
    assert.ok(!Number.isNaN(Date.parse(version?.startedAt ?? '')));
  });

  it('counts what it has', async () => {
    const overview = await client?.getOverview();
    const routers = await client?.listRouters('http');
    assert.equal(overview?.routers.http, routers?.items.length);
    for (const [what, protocol] of [
      ['routers', 'tcp'],
      ['routers', 'udp'],
      ['services', 'tcp'],
      ['services', 'udp'],
      ['middlewares', 'tcp'],
    ] as const) {
      assert.equal(typeof overview?.[what][protocol], 'number');
    }
  });

  for (const path of LISTS) {
    it(`lists ${path}, as JSON, and names the first page after the last`, async () => {
      const { status, type, nextPage, json } = await call<RawItem[]>(
        `${path}?per_page=1000`,
      );
      assert.equal(status, 200);
      assert.match(type, /^application\/json/);
      assert.equal(nextPage, '1');
      assert.ok(Array.isArray(json), 'an empty list is a list');
    });
  }

  it('tells the addresses of its entry points', async () => {
    const { items } = (await client?.listEntryPoints()) ?? { items: [] };
    assert.ok(items.length > 0);
    for (const { name, address } of items) {
      assert.ok(name);
      assert.match(address ?? '', /:\d+/);
    }
  });

  it('pages in a fixed order', async () => {
    const path = '/http/routers';
    const all = await call<RawItem[]>(`${path}?per_page=1000`);
    const names: string[] = [];
    for (let page = 1, next = ''; next !== '1'; page += 1) {
      const answer = await call<RawItem[]>(`${path}?per_page=1&page=${page}`);
      assert.equal(answer.status, 200);
      names.push(...answer.json.map(({ name }) => name));
      next = answer.nextPage ?? '1';
      assert.ok(next === '1' || next === String(page + 1));
    }
    assert.deepEqual(
      names,
      all.json.map(({ name }) => name),
    );
  });

  it('answers the same to the byte where nothing has changed', async () => {
    const lists = await Promise.all(
      [1, 2].map(() => client?.listEntryPoints()),
    );
    assert.equal(lists[0]?.tag, lists[1]?.tag);
  });

  for (const query of ['page=900', 'page=0', 'page=x', 'per_page=-1']) {
    it(`refuses ${query} with 400, in JSON that is called text`, async () => {
      const { status, type, json } = await call(`/http/routers?${query}`);
      assert.equal(status, 400);
      assert.match(type, /^text\/plain/);
      assert.match(json.message, /^invalid request: /);
    });
  }

  it('does not know what it does not have', async () => {
    const { status, type, json } = await call(
      '/http/routers/nosuch@kubernetescrd',
    );
    assert.equal(status, 404);
    assert.match(type, /^text\/plain/);
    assert.equal(json.message, 'router not found: nosuch@kubernetescrd');
    const other = await call('/nosuch');
    assert.equal(other.status, 404);
    assert.match(other.text, /404 page not found/);
  });

  it('has priorities beyond safe integers, exact only as text', async () => {
    const { json } = await call<RawItem[]>('/http/routers?per_page=1000');
    const internal = json.find(({ name }) => name === 'api@internal');
    assert.ok(internal, 'the API routes itself');
    assert.ok(!Number.isSafeInteger(internal.priority));
    assert.match(internal.priorityStr ?? '', /^92233720368547758\d\d$/);
    const routers = await client?.listRouters('http');
    assert.equal(
      routers?.items.find(({ name }) => name === 'api@internal')?.priority,
      internal.priorityStr,
    );
  });

  it('tells of its certificates, where the version does', async context => {
    const { status } = await call('/certificates');
    const certificates = await client?.listCertificates();
    if (status === 404) {
      assert.equal(certificates, undefined);
      context.skip('this version does not tell of certificates');
      return;
    }
    assert.equal(status, 200);
    for (const certificate of certificates?.items ?? []) {
      assert.ok(Array.isArray(certificate.hosts));
      assert.ok(!Number.isNaN(Date.parse(certificate.expiresAt ?? '')));
    }
  });
});
