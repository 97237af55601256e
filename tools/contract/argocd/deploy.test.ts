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
import { skipPush } from './pushChange';
import { pushReplicas, THERE_AND_BACK } from './pushReplicas';
import { revisionOf } from './RawApplication';
import { openStream, until } from './stream';
import { application, refresh, target } from './target';

describe('a push', { skip: skipPush }, () => {
  it('reaches the stream as OutOfSync, an operation, and a deployment that is Synced and Healthy', async () => {
    const { spec, status: before } = await application();
    const stream = openStream(
      `name=${target.application}&projects=${spec.project}`,
    );
    const latest = () => stream.events.at(-1)?.application.status;
    try {
      await until('the present state', latest);
      for (const change of THERE_AND_BACK) {
        const revision = pushReplicas(change);
        await refresh(spec.project);
        const last = await until(
          `${target.application} Synced and Healthy at ${revision}`,
          () => {
            const status = latest();
            return (
              status &&
              revisionOf(status.sync) === revision &&
              status.sync.status === 'Synced' &&
              status.health.status === 'Healthy' &&
              status.operationState.phase === 'Succeeded' &&
              status
            );
          },
        );
        const [newest] = last.history.slice(-1);
        const [previous] = before.history.slice(-1);
        assert.equal(revisionOf(newest), revision);
        assert.ok(
          newest.id > previous.id,
          'ids only grow, the newest comes last',
        );
        const { operation } = last.operationState;
        assert.equal(operation.initiatedBy.automated, true);
      }
      const seen = stream.events.map(event => event.application.status);
      assert.ok(seen.some(status => status.sync.status === 'OutOfSync'));
      assert.ok(
        seen.some(status => status.operationState?.phase === 'Running'),
      );
    } finally {
      await stream.close();
    }
  });
});
