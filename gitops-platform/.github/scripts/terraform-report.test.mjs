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
import { describe, planIssue } from './terraform-report.mjs';

const one = (outcome, root = 'envs/dev/00-network') => ({
  root,
  outcome,
  text: `plan of ${root}`,
});

for (const [what, results, open, expected] of [
  [
    'drift is news',
    [one('clean'), one('changes')],
    undefined,
    { action: 'create' },
  ],
  ['drift goes on', [one('changes')], 7, { action: 'edit', number: 7 }],
  ['drift is gone', [one('clean')], 7, { action: 'close', number: 7 }],
  ['nothing ever drifted', [one('clean')], undefined, undefined],
  ['a failure is no drift', [one('failed')], undefined, undefined],
  [
    'a failure does not end a drift',
    [one('clean'), one('failed')],
    7,
    undefined,
  ],
  [
    'a failure beside drift',
    [one('changes'), one('failed')],
    undefined,
    { action: 'create' },
  ],
]) {
  test(`one issue: ${what}`, () =>
    assert.deepEqual(planIssue(results, open), expected));
}

test('a report holds every root, and plans as long as there is room', () => {
  const many = Array.from({ length: 10 }, (_, index) => ({
    ...one('changes', `envs/${index}/00-network`),
    text: 'x'.repeat(15_000),
  }));
  const body = describe(many, {
    heading: 'Plan',
    run: 'https://example.org/1',
  });
  assert.ok(body.length < 65_536);
  for (const { root } of many) assert.ok(body.includes(`\`${root}\``));
});

test('a plan cannot end its own fence', () =>
  assert.match(
    describe([{ ...one('changes'), text: 'a\n```\n@everyone' }], {
      heading: 'Plan',
      run: '',
    }),
    /\n````\na\n```\n@everyone\n````\n/,
  ));

/** A gh that keeps what it was told, and knows one open issue where $OPEN says so. */
const GH = `#!${process.execPath}
const { appendFileSync } = require('node:fs');
const args = process.argv.slice(2);
appendFileSync(process.env.CALLS, args.slice(0, 3).join(' ') + '\\n');
if (args[1] === 'list') console.log(process.env.OPEN ?? '');
`;

test('a run tells GitHub, and fails where a root could not be planned', () => {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'terraform-report-'));
  try {
    const calls = path.join(directory, 'calls');
    const folder = path.join(directory, 'results/plan-1');
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(directory, 'gh'), GH);
    chmodSync(path.join(directory, 'gh'), 0o755);
    const report = (results, env = {}) => {
      writeFileSync(calls, '');
      results.forEach((result, index) =>
        writeFileSync(
          path.join(folder, `${index}.json`),
          JSON.stringify(result),
        ),
      );
      const { status, stderr } = spawnSync(
        process.execPath,
        [
          fileURLToPath(new URL('terraform-report.mjs', import.meta.url)),
          'issue',
          path.join(directory, 'results'),
        ],
        {
          env: {
            ...process.env,
            PATH: `${directory}:${process.env.PATH}`,
            CALLS: calls,
            RUN_URL: 'u',
            ...env,
          },
          encoding: 'utf8',
        },
      );
      return { status, stderr, calls: readFileSync(calls, 'utf8') };
    };
    assert.match(
      report([one('changes')]).calls,
      /issue list.*\nlabel create drift\nissue create/,
    );
    assert.match(report([one('clean')], { OPEN: '7' }).calls, /issue close 7/);
    const failed = report([one('failed')], { OPEN: '7' });
    assert.equal(failed.status, 1);
    assert.match(
      failed.stderr,
      /::error::envs\/dev\/00-network could not be planned/,
    );
    assert.doesNotMatch(failed.calls, /create|edit|close/);
  } finally {
    rmSync(directory, { recursive: true });
  }
});
