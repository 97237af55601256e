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
import type { ApplicationList } from './RawApplication';
import { openStream, until } from './stream';
import { application, call, list, refresh, target } from './target';

const FIELDS = [
  'result.type',
  'result.application.metadata.name',
  'result.application.metadata.resourceVersion',
  'result.application.status.history',
  'result.application.status.sync',
].join(',');

async function version(): Promise<string> {
  const { json } = await call<ApplicationList>(
    '/api/v1/applications?fields=metadata.resourceVersion',
  );
  return json.metadata.resourceVersion;
}

describe('stream', () => {
  it('first sends ADDED for every application, with the fields that were asked for', async () => {
    const listed = await list('fields=items.metadata.name');
    const names = listed.map(item => item.metadata.name).sort();
    const stream = openStream(`fields=${FIELDS}`);
    try {
      await until(
        'an event for every application',
        () => stream.events.length >= names.length,
      );
      const first = stream.events.slice(0, names.length);
      assert.deepEqual(
        first.map(event => event.application.metadata.name).sort(),
        names,
      );
      assert.ok(first.every(event => event.type === 'ADDED'));
      assert.match(stream.contentType() ?? '', /^application\/json/);
      const mine = first.find(
        event => event.application.metadata.name === target.application,
      );
      assert.ok(
        mine && mine.application.status.history.length > 0,
        'status.history is selectable here',
      );
      assert.equal(mine.application.spec, undefined);
    } finally {
      await stream.close();
    }
  });

  it('leaves those out where a resourceVersion is given, and sends what changes then', async () => {
    const { spec } = await application();
    const stream = openStream(
      `projects=${
        spec.project
      }&resourceVersion=${await version()}&fields=${FIELDS}`,
    );
    try {
      // The stream gives no sign of being open: ask for changes until the first one arrives.
      await until('a change', async () => {
        await refresh(spec.project);
        return stream.events.some(
          event => event.application.metadata.name === target.application,
        );
      });
      assert.ok(stream.events.every(event => event.type === 'MODIFIED'));
    } finally {
      await stream.close();
    }
  });

  it('moves the list’s resourceVersion with every change', async () => {
    const { spec } = await application();
    const before = await version();
    await refresh(spec.project);
    await until(
      'another resourceVersion',
      async () => (await version()) !== before,
    );
  });
});
