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
import type { StoredApplication } from '../../../plugins/gitops-backend/src/argocd/store';
import { skipPush } from './pushChange';
import { pushReplicas, THERE_AND_BACK } from './pushReplicas';
import { until } from './stream';
import { application, list, refresh, target } from './target';
import { withStore } from './withStore';

describe('our store', () => {
  it('fills from the stream with everything that is listed', async () => {
    await withStore(async ({ store, watcher }) => {
      const listed = await list(
        'fields=items.metadata.name,items.metadata.namespace',
      );
      assert.deepEqual(
        store
          .list('target')
          .map(({ namespace, name }) => `${namespace}/${name}`)
          .sort(),
        listed
          .map(({ metadata }) => `${metadata.namespace}/${metadata.name}`)
          .sort(),
      );
      const status = watcher.status();
      assert.equal(status.error, undefined);
      assert.equal(status.reading, 'stream');
      assert.equal(status.circuit, 'closed');
      assert.equal(status.applications, listed.length);
      const version = await until(
        'the version',
        () => watcher.status().version,
      );
      assert.match(version, /^v\d+\.\d+\.\d+/);
    });
  });

  it('finds Applications by a claim', async () => {
    await withStore(async ({ store }) => {
      const { metadata, spec } = await application();
      const found = store.find({
        names: [target.application],
        project: spec.project,
      });
      assert.deepEqual(
        found.map(({ uid }) => uid),
        [metadata.uid],
      );
    });
  });

  it(
    'tells of a push until it is Synced and Healthy',
    { skip: skipPush },
    async () => {
      await withStore(async ({ store }) => {
        const { spec } = await application();
        const changes: StoredApplication[] = [];
        const stop = store.onChange(({ application: changed }) => {
          if (changed.name === target.application) changes.push(changed);
        });
        for (const change of THERE_AND_BACK) {
          const version = store.version;
          const revision = pushReplicas(change);
          await refresh(spec.project);
          const deployed = await until(
            `${target.application} Synced and Healthy at ${revision}`,
            () => {
              const last = changes.at(-1);
              return (
                last?.revisions.at(-1) === revision &&
                last.sync === 'Synced' &&
                last.health === 'Healthy' &&
                last.history[0].revisions.at(-1) === revision &&
                last
              );
            },
          );
          assert.ok(deployed.version > version, 'versions only grow');
          assert.equal(store.get(deployed)?.revisions.at(-1), revision);
        }
        stop();
        assert.ok(changes.some(({ sync }) => sync === 'OutOfSync'));
        assert.ok(
          changes.some(({ operation }) => operation?.phase === 'Running'),
        );
      });
    },
  );
});
