import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { outcomeOf, textOf } from './terraform-plan.mjs';

test('only 2 is drift', () =>
  assert.deepEqual([0, 1, 2, null, 137].map(outcomeOf), [
    'clean',
    'failed',
    'changes',
    'failed',
    'failed',
  ]));

test('what was read before the plan is left out', () => {
  assert.equal(
    textOf(
      'aws_vpc.this: Refreshing state…\n\nTerraform will perform the following actions:\n  ~ x',
    ),
    'Terraform will perform the following actions:\n  ~ x',
  );
  assert.equal(
    textOf('reading\n╷\n│ Error: no credentials\n╵'),
    '│ Error: no credentials\n╵',
  );
  assert.equal(textOf('something else'), 'something else');
  assert.match(textOf(`No changes. ${'x'.repeat(30_000)}`), /characters more/);
});

for (const [exitCode, outcome] of [
  [0, 'clean'],
  [1, 'failed'],
  [2, 'changes'],
]) {
  test(`a plan that ends with ${exitCode} is kept as ${outcome}, and ends well`, () => {
    const directory = mkdtempSync(path.join(os.tmpdir(), 'terraform-plan-'));
    try {
      mkdirSync(path.join(directory, 'terraform'));
      const run = path.join(directory, 'terraform/run.sh');
      writeFileSync(
        run,
        `#!/bin/sh\necho "No changes. $*"\nexit ${exitCode}\n`,
      );
      chmodSync(run, 0o755);
      const script = fileURLToPath(
        new URL('terraform-plan.mjs', import.meta.url),
      );
      const { status } = spawnSync(
        process.execPath,
        [script, 'envs/dev/00-network', 'out/a.json'],
        {
          cwd: directory,
        },
      );
      assert.equal(status, 0);
      const result = JSON.parse(
        readFileSync(path.join(directory, 'out/a.json'), 'utf8'),
      );
      assert.equal(result.outcome, outcome);
      assert.match(
        result.text,
        /envs\/dev\/00-network plan -detailed-exitcode/,
      );
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
}
