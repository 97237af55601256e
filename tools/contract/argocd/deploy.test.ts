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
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { openStream, until } from './stream';
import { application, call, target } from './target';

/** Commits a change of the replica count, pushes it, and gives back the commit. */
function pushReplicas(change: (replicas: number) => number): string {
  const clone = mkdtempSync(path.join(tmpdir(), 'gitops-contract-clone-'));
  const git = (...args: string[]) =>
    execFileSync(
      'git',
      [
        '-C',
        clone,
        '-c',
        'user.name=Contract',
        '-c',
        'user.email=contract@example.com',
        ...args,
      ],
      {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    ).trim();
  try {
    git('clone', '--quiet', target.gitUrl!, '.');
    const file = path.join(clone, target.file);
    const before = readFileSync(file, 'utf8');
    const after = before.replace(
      /^(\s*replicas: )(\d+)/m,
      (_, key, count) => `${key}${change(Number(count))}`,
    );
    assert.notEqual(after, before, `${target.file} has a line 'replicas: N'`);
    writeFileSync(file, after);
    git('commit', '--quiet', '--all', '--message', 'Change the replica count');
    git('push', '--quiet', 'origin', 'HEAD');
    return git('rev-parse', 'HEAD');
  } finally {
    rmSync(clone, { recursive: true, force: true });
  }
}

describe(
  'a push',
  { skip: target.gitUrl ? false : 'GIT_URL is not given' },
  () => {
    it('reaches the stream as OutOfSync, an operation, and a deployment that is Synced and Healthy', async () => {
      const before = await application();
      const stream = openStream(
        `name=${target.application}&projects=${before.spec.project}`,
      );
      try {
        await until('the present state', () => stream.events.length > 0);
        for (const change of [(n: number) => n + 1, (n: number) => n - 1]) {
          const revision = pushReplicas(change);
          await call(
            `/api/v1/applications/${target.application}?project=${before.spec.project}&refresh=normal`,
          );
          const last = await until(
            `${target.application} Synced and Healthy at ${revision}`,
            () => {
              const status = stream.events.at(-1)!.application.status;
              return (
                (status.sync.revision ?? status.sync.revisions?.at(-1)) ===
                  revision &&
                status.sync.status === 'Synced' &&
                status.health.status === 'Healthy' &&
                status.operationState.phase === 'Succeeded' &&
                status
              );
            },
          );
          const deployment = last.history.at(-1);
          assert.equal(
            deployment.revision ?? deployment.revisions.at(-1),
            revision,
          );
          assert.ok(
            deployment.id > before.status.history.at(-1).id,
            'ids only grow, the newest comes last',
          );
          assert.equal(
            last.operationState.operation.initiatedBy.automated,
            true,
          );
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
  },
);
