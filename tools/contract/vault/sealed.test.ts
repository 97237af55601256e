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
import { failureOf, ourClient } from './ourClient';
import { call, prepare, skip, target } from './target';

interface Health {
  initialized: boolean;
  sealed: boolean;
  standby: boolean;
  version: string;
}

describe('health', { skip }, () => {
  it('is told to anybody', async () => {
    const { status, json } = await call<Health>('sys/health', { token: '' });
    assert.equal(status, 200);
    const { initialized, sealed, standby } = json;
    assert.deepEqual([initialized, sealed, standby], [true, false, false]);
    assert.match(json.version, /^\d+\.\d+\.\d+/);
    const client = ourClient({ method: 'token', token: target.rootToken });
    const health = await client.getHealth();
    await client.close();
    assert.deepEqual(health, {
      initialized: true,
      sealed: false,
      standby: false,
      version: json.version,
    });
  });

  it(
    'says sealed, with the status that was asked for, and everything else 503',
    { skip: target.unsealKey ? false : 'VAULT_UNSEAL_KEY is not given' },
    async () => {
      const client = ourClient({ method: 'token', token: target.rootToken });
      const mount = { path: 'secret', version: 2 } as const;
      await prepare('sys/seal', {}, 'PUT');
      try {
        const plain = await call<Health>('sys/health');
        assert.deepEqual([plain.status, plain.json.sealed], [503, true]);
        assert.equal((await client.getHealth()).sealed, true);
        for (const path of [
          'secret/metadata/x',
          'sys/internal/ui/mounts',
          'auth/token/lookup-self',
        ]) {
          const { status, json } = await call(path);
          assert.deepEqual(
            [status, json.errors],
            [503, ['Vault is sealed']],
            path,
          );
        }
        // Five in a row would open the circuit, if they counted as failures to reach it.
        for (let attempt = 0; attempt < 6; attempt += 1) {
          assert.equal(
            await failureOf(() => client.getMetadata({ mount, path: 'x' })),
            'sealed',
          );
        }
        assert.equal(client.circuit, 'closed');
      } finally {
        await prepare('sys/unseal', { key: target.unsealKey }, 'PUT');
        await client.close();
      }
    },
  );
});
