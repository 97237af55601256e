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
import { type RawApplication, revisionOf } from './RawApplication';
import { application, call, target } from './target';

type Node = {
  group: string;
  version: string;
  kind: string;
  uid: string;
  health: { status: string };
  parentRefs: { kind: string; uid: string }[];
  images: string[];
  info: { name: string; value: string }[];
  createdAt: string;
};

type RevisionMetadata = { author: string; date: string; message: string };

describe('what is read on demand', () => {
  it('gives the resource tree: what is applied, and what came of it', async () => {
    const { spec } = await application();
    const { status, json } = await call<{ nodes: Node[] }>(
      `/api/v1/applications/${target.application}/resource-tree?project=${spec.project}`,
    );
    assert.equal(status, 200);
    const nodeOf = (kind: string) => {
      const found = json.nodes.find(node => node.kind === kind);
      assert.ok(found, kind);
      return found;
    };
    const deployment = nodeOf('Deployment');
    assert.equal(deployment.group, 'apps');
    assert.equal(deployment.version, 'v1');
    assert.equal(deployment.health.status, 'Healthy');
    assert.match(deployment.uid, /^[0-9a-f-]{36}$/);
    const replicaSet = nodeOf('ReplicaSet');
    assert.equal(replicaSet.parentRefs[0].uid, deployment.uid);
    const pod = nodeOf('Pod');
    assert.equal(pod.parentRefs[0].kind, 'ReplicaSet');
    assert.ok(pod.images.length > 0);
    assert.ok(pod.info.some(info => info.name === 'Containers'));
    assert.ok(!Number.isNaN(Date.parse(pod.createdAt)));
  });

  it('gives author, date and message of a revision', async () => {
    const { spec, status } = await application();
    const revision = revisionOf(status.sync);
    const { json } = await call<RevisionMetadata>(
      `/api/v1/applications/${target.application}/revisions/${revision}/metadata?project=${spec.project}`,
    );
    assert.match(json.author, /.+ <.+@.+>/);
    assert.ok(!Number.isNaN(Date.parse(json.date)));
    assert.ok(json.message.length > 0);
  });

  it('gives one application whole, whatever `fields` says', async () => {
    const { spec } = await application();
    const { json } = await call<RawApplication>(
      `/api/v1/applications/${target.application}?project=${spec.project}&fields=metadata.name`,
    );
    assert.equal(json.spec.project, spec.project);
    assert.ok(json.status.history.length > 0);
  });
});
