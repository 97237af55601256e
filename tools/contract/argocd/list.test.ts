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
import { type ApplicationList, revisionOf } from './RawApplication';
import { application, call, list, target } from './target';

describe('list', () => {
  it('projects what `fields` names, and nothing else', async () => {
    const { json } = await call<ApplicationList>(
      `/api/v1/applications?name=${target.application}&fields=items.metadata.name,items.metadata.namespace,items.spec.project,items.status.health,items.status.sync.status,metadata.resourceVersion`,
    );
    assert.match(json.metadata.resourceVersion, /^\d+$/);
    assert.ok(json.items);
    const [item] = json.items;
    assert.equal(item.metadata.name, target.application);
    assert.equal(typeof item.metadata.namespace, 'string');
    assert.equal(typeof item.spec.project, 'string');
    assert.equal(typeof item.status.health.status, 'string');
    assert.deepEqual(Object.keys(item.status.sync), ['status']);
    assert.deepEqual(Object.keys(item.spec), ['project']);
  });

  it('leaves out what is not on its whitelist, without an error', async () => {
    const { status, json } = await call<{
      items: { status?: { health?: { status?: string }; history?: unknown } }[];
    }>(
      `/api/v1/applications?name=${target.application}&fields=items.metadata.name,items.status.health.status,items.status.history`,
    );
    assert.equal(status, 200);
    assert.equal(json.items[0].status?.health?.status, undefined);
    assert.equal(json.items[0].status?.history, undefined);
  });

  it('answers an empty list with null', async () => {
    const { json } = await call<ApplicationList>(
      '/api/v1/applications?name=no-such-application',
    );
    assert.equal(json.items, null);
  });

  it('selects by label', async () => {
    const { metadata } = await application();
    const [[key, value]] = Object.entries(metadata.labels);
    const names = async (selector: string) => {
      const found = await list(
        `fields=items.metadata.name&selector=${encodeURIComponent(selector)}`,
      );
      return found.map(item => item.metadata.name);
    };
    for (const selector of [
      `${key}=${value}`,
      `${key}==${value}`,
      key,
      `${key} in (${value},other)`,
    ]) {
      assert.ok((await names(selector)).includes(target.application), selector);
    }
    for (const selector of [
      `${key}!=${value}`,
      `!${key}`,
      `${key} notin (${value})`,
    ]) {
      assert.ok(
        !(await names(selector)).includes(target.application),
        selector,
      );
    }
  });

  it('filters by project, under both names of the parameter', async () => {
    const { spec } = await application();
    for (const parameter of ['projects', 'project']) {
      const found = await list(`${parameter}=${spec.project}`);
      const projects = new Set(found.map(item => item.spec.project));
      assert.deepEqual([...projects], [spec.project], parameter);
    }
  });

  it('has the fields that we read', async () => {
    const { metadata, spec, status } = await application();
    assert.match(metadata.uid, /^[0-9a-f-]{36}$/);
    assert.match(metadata.resourceVersion, /^\d+$/);
    assert.ok(!Number.isNaN(Date.parse(metadata.creationTimestamp)));
    assert.ok(spec.source?.repoURL || spec.sources?.[0].repoURL);
    assert.ok(spec.destination.server || spec.destination.name);
    assert.equal(status.sync.status, 'Synced');
    assert.match(revisionOf(status.sync), /^[0-9a-f]{40}$/);
    assert.equal(status.health.status, 'Healthy');
    assert.ok(Array.isArray(status.summary.images));
    const [deployment] = status.history;
    assert.equal(typeof deployment.id, 'number');
    assert.ok(!Number.isNaN(Date.parse(deployment.deployedAt)));
    assert.ok(!Number.isNaN(Date.parse(deployment.deployStartedAt)));
    assert.match(revisionOf(deployment), /^[0-9a-f]{40}$/);
    assert.equal(status.operationState.phase, 'Succeeded');
    assert.ok(!Number.isNaN(Date.parse(status.operationState.finishedAt)));
    assert.ok(
      status.resources.every(
        resource => resource.kind && resource.version && resource.name,
      ),
    );
  });
});
