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
import { configMap, hookOf, pausePod } from './manifests';
import type { RawApplication } from './RawApplication';
import { until } from './stream';
import { Workshop } from './Workshop';

const workshop = new Workshop('operations', {
  'plain/a.yaml': configMap('a'),
  'plain/b.yaml': configMap('b'),
  'plain/hook.yaml': hookOf(configMap('before')),
  'slow/a.yaml': configMap('slow'),
  // A pod that never ends: the sync waits for it until somebody ends the sync.
  'slow/hook.yaml': hookOf(pausePod('waits')),
});

/** `Kind/name`, in alphabetical order, with what the sync did to it. */
function results({ status }: RawApplication) {
  const { resources = [] } = status.operationState.syncResult ?? {};
  return resources
    .map(one => [`${one.kind}/${one.name}`, one.status, one.message])
    .sort();
}

const historyOf = ({ status }: RawApplication) =>
  (status.history ?? []).map(({ id }) => id);

describe('operations', () => {
  let key: ArgoApplicationKey;

  before(async () => {
    await workshop.open();
  });
  after(async () => workshop.close());

  workshop.it(
    'a dry run runs, says what it would do, and does nothing',
    async () => {
      key = await workshop.make('gitops-contract-plain', { source: 'plain' });
      const infos = [{ name: 'requested-by', value: 'user:default/contract' }];
      const asked = await workshop.askSync(key, { dryRun: true, infos });
      assert.equal(asked.status, 200);
      assert.equal(asked.json.operation?.sync.dryRun, true);
      assert.equal(
        asked.json.status.operationState,
        undefined,
        'the state of the last operation goes with the answer',
      );
      await workshop.ended(key);
      const found = await workshop.get(key, 'normal');
      const { phase, message, operation } = found.status.operationState;
      assert.equal(phase, 'Succeeded');
      assert.equal(message, 'successfully synced (no more tasks)');
      assert.equal(operation.sync.dryRun, true);
      assert.deepEqual(operation.info, infos);
      assert.ok(operation.initiatedBy.username);
      for (const [name, status, text] of results(found)) {
        assert.equal(status, 'Synced', name);
        assert.match(text ?? '', /\(dry run\)$/);
      }
      assert.equal(found.status.sync.status, 'OutOfSync');
      assert.deepEqual(historyOf(found), []);
    },
  );

  workshop.it(
    'a sync of chosen resources leaves the others, the hooks and the history alone',
    async () => {
      const resources = [
        {
          group: '',
          kind: 'ConfigMap',
          name: 'a',
          namespace: workshop.project,
        },
      ];
      const found = await workshop.sync(key, { resources });
      const { operation } = found.status.operationState;
      assert.deepEqual(operation.sync.resources, [
        { kind: 'ConfigMap', name: 'a', namespace: workshop.project },
      ]);
      const names = results(found).map(([name]) => name);
      assert.ok(names.includes('ConfigMap/a'));
      assert.ok(!names.includes('ConfigMap/b'));
      assert.ok(!names.includes('ConfigMap/before'));
      const [a, b] = found.status.resources;
      assert.deepEqual([a.status, b.status], ['Synced', 'OutOfSync']);
      assert.deepEqual(historyOf(found), []);
    },
  );

  workshop.it(
    'a sync of resources that are not there succeeds, and does nothing',
    async () => {
      const resources = [{ group: '', kind: 'ConfigMap', name: 'nosuch' }];
      const found = await workshop.sync(key, { resources });
      const { phase, message } = found.status.operationState;
      assert.equal(phase, 'Succeeded');
      assert.equal(message, 'successfully synced (no more tasks)');
      assert.deepEqual(results(found), []);
    },
  );

  workshop.it(
    'a forced sync runs the hooks, and enters the history',
    async () => {
      const infos = [{ name: 'requested-by', value: 'user:default/contract' }];
      const strategy = { hook: { force: true } };
      const found = await workshop.sync(key, { strategy, infos });
      const { operation, syncResult } = found.status.operationState;
      assert.deepEqual(operation.sync.syncStrategy, strategy);
      assert.deepEqual(operation.info, infos);
      assert.equal(operation.initiatedBy.automated, undefined);
      const hook = syncResult?.resources?.find(({ name }) => name === 'before');
      assert.deepEqual(
        { ...hook, message: undefined },
        {
          group: '',
          version: 'v1',
          kind: 'ConfigMap',
          namespace: workshop.project,
          name: 'before',
          status: 'Synced',
          message: undefined,
          hookType: 'PreSync',
          hookPhase: 'Succeeded',
          syncPhase: 'PreSync',
        },
      );
      assert.equal(found.status.sync.status, 'Synced');
      assert.deepEqual(historyOf(found), [0]);
    },
  );

  workshop.it('`force: false` is left out of what is kept', async () => {
    const strategy = { hook: { force: false } };
    const found = await workshop.sync(key, { strategy, dryRun: true });
    const { operation } = found.status.operationState;
    assert.deepEqual(operation.sync.syncStrategy, { hook: {} });
  });

  workshop.it(
    'what Git no longer has stays until a sync prunes it',
    async () => {
      workshop.push({ 'plain/b.yaml': undefined });
      const kept = await workshop.sync(key);
      assert.deepEqual(
        results(kept).find(([name]) => name === 'ConfigMap/b'),
        ['ConfigMap/b', 'PruneSkipped', 'ignored (requires pruning)'],
      );
      assert.equal(kept.status.sync.status, 'OutOfSync');
      const b = kept.status.resources.find(({ name }) => name === 'b');
      assert.equal(b?.requiresPruning, true);

      const dry = await workshop.sync(key, { prune: true, dryRun: true });
      assert.deepEqual(
        results(dry).find(([name]) => name === 'ConfigMap/b'),
        ['ConfigMap/b', 'Pruned', 'pruned (dry run)'],
      );
      assert.equal(dry.status.sync.status, 'OutOfSync');

      const pruned = await workshop.sync(key, {
        prune: true,
        strategy: { apply: { force: true } },
      });
      assert.deepEqual(
        results(pruned).map(([name, status]) => [name, status]),
        [
          ['ConfigMap/a', 'Synced'],
          ['ConfigMap/b', 'Pruned'],
        ],
        'with `apply`, hooks are left out',
      );
      assert.equal(pruned.status.sync.status, 'Synced');
      assert.deepEqual(historyOf(pruned), [0, 1, 2]);
    },
  );

  workshop.it(
    'a second operation is refused while one runs: 400, code 9',
    async () => {
      const slow = await workshop.make('gitops-contract-slow', {
        source: 'slow',
      });
      assert.equal((await workshop.askSync(slow)).status, 200);
      const second = await workshop.askSync(slow);
      assert.deepEqual(
        [second.status, second.json.code, second.json.message],
        [400, 9, 'another operation is already in progress'],
      );
    },
  );

  workshop.it(
    'an operation that is terminated has Failed, and says so',
    async () => {
      const slow = { ...key, name: 'gitops-contract-slow' };
      const running = await until('the hook', async () => {
        const { status: state } = await workshop.get(slow);
        const { phase, syncResult } = state.operationState ?? {};
        return (
          phase === 'Running' &&
          syncResult?.resources?.some(({ hookType }) => hookType) &&
          state.operationState
        );
      });
      assert.equal(
        running.message,
        'waiting for completion of hook /Pod/waits',
      );
      const [hook] = running.syncResult?.resources?.slice(-1) ?? [];
      assert.deepEqual(
        [hook.name, hook.hookType, hook.hookPhase],
        ['waits', 'PreSync', 'Running'],
      );
      const { status, json } = await workshop.call(
        'DELETE',
        workshop.path(slow, '/operation'),
      );
      assert.deepEqual([status, json], [200, {}]);
      const found = await workshop.ended(slow);
      const { phase, message } = found.status.operationState;
      assert.deepEqual([phase, message], ['Failed', 'Operation terminated']);
      assert.deepEqual(historyOf(found), []);
    },
  );

  workshop.it(
    'there is nothing to terminate where none runs: 400, code 3',
    async () => {
      const { status, json } = await workshop.call(
        'DELETE',
        workshop.path(key, '/operation'),
      );
      assert.deepEqual(
        [status, json.code, json.message],
        [400, 3, 'Unable to terminate operation. No operation is in progress'],
      );
    },
  );

  workshop.it('terminating without a JSON content type is 415', async () => {
    const { status, text } = await workshop.callPlain(
      'DELETE',
      workshop.path(key, '/operation'),
    );
    assert.deepEqual([status, text], [415, 'Invalid content type\n']);
  });

  workshop.it('a refresh, normal or hard, waits until it is done', async () => {
    for (const kind of ['normal', 'hard'] as const) {
      const { metadata } = await workshop.get(key);
      const found = await workshop.get(key, kind);
      assert.ok(
        Number(found.metadata.resourceVersion) >
          Number(metadata.resourceVersion),
      );
      const { annotations = {} } = found.metadata;
      assert.equal(annotations['argocd.argoproj.io/refresh'], undefined);
    }
  });

  workshop.it(
    'another revision is refused where auto-sync is on: 400, code 9',
    async () => {
      const auto = await workshop.make('gitops-contract-auto', {
        source: 'plain',
        automated: true,
        destination: `${workshop.project}-auto`,
      });
      const { status, json } = await workshop.askSync(auto, {
        revision: 'some-branch',
      });
      assert.deepEqual([status, json.code], [400, 9]);
      assert.match(json.message, /auto-sync currently set to main/);
    },
  );

  workshop.it(
    'a revision that is not there is refused: 400, code 9',
    async () => {
      const { status, json } = await workshop.askSync(key, {
        revision: 'no-such-branch',
      });
      assert.deepEqual([status, json.code], [400, 9]);
    },
  );

  workshop.it(
    'deleting an Application without `cascade` leaves its resources',
    async () => {
      const second = await workshop.make('gitops-contract-second', {
        source: 'plain',
        destination: `${workshop.project}-second`,
      });
      await workshop.sync(second);
      await workshop.delete(second, '&cascade=false');
      await until('it is gone', async () => {
        const { status } = await workshop.call('GET', workshop.path(second));
        return status === 404;
      });
      // Made again, it finds what it left.
      const again = await workshop.make('gitops-contract-second', {
        source: 'plain',
        destination: `${workshop.project}-second`,
      });
      const { status } = await workshop.get(again, 'normal');
      assert.deepEqual(
        [status.sync.status, status.health.status],
        ['Synced', 'Healthy'],
      );
    },
  );
});
