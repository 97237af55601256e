import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const digest = `sha256:${'a'.repeat(64)}`;
const copies = [
  { repository: 'live.example/orders', digest, source: 'ghcr.io/acme/orders' },
  { repository: 'live.example/welcome', digest },
];

for (const [what, key, signed, status, asked] of [
  [
    'signed images pass',
    'source',
    'ghcr.io/acme/orders',
    0,
    ['ghcr.io/acme/orders'],
  ],
  [
    'every one that arrived is asked for',
    'repository',
    'live.example',
    0,
    ['live.example/orders', 'live.example/welcome'],
  ],
  [
    'the first without a signature ends it',
    'repository',
    'nobody',
    1,
    ['live.example/orders'],
  ],
]) {
  test(what, () => {
    const directory = mkdtempSync(path.join(os.tmpdir(), 'verify-images-'));
    try {
      const file = path.join(directory, 'copies.json');
      const calls = path.join(directory, 'calls');
      writeFileSync(file, JSON.stringify(copies));
      writeFileSync(
        path.join(directory, 'cosign'),
        `#!/bin/bash\necho "$*" >> "$CALLS"\ncase "$2" in "$SIGNED"*) ;; *) exit 1 ;; esac\n`,
      );
      chmodSync(path.join(directory, 'cosign'), 0o755);
      const script = fileURLToPath(
        new URL('verify-images.sh', import.meta.url),
      );
      const run = spawnSync('bash', [script, key, file], {
        env: {
          ...process.env,
          PATH: `${directory}:${process.env.PATH}`,
          CALLS: calls,
          SIGNED: signed,
          GITHUB_REPOSITORY: 'acme.io/gitops',
        },
        encoding: 'utf8',
      });
      assert.equal(run.status, status, run.stderr);
      const lines = existsSync(calls)
        ? readFileSync(calls, 'utf8').trim().split('\n')
        : [];
      assert.deepEqual(
        lines.map(line => line.split(' ')[1]),
        asked.map(name => `${name}@${digest}`),
      );
      assert.ok(
        lines.every(line => line.includes('^https://github\\.com/acme\\.io/')),
      );
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
}
