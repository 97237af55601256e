/*
 * node terraform-plan.mjs <root> <file>
 *
 * Plans a root and writes what came of it into <file>, as JSON: { root, outcome, text }. The outcome is `clean`,
 * `changes` or `failed`: Terraform ends with 0, 2 and 1, and only 2 means that something differs. A run that could not
 * sign in has found no drift.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const OUTCOMES = { 0: 'clean', 2: 'changes' };

/** Longest text that is kept of a plan; a comment takes 65,536 characters in all. */
const LIMIT = 20_000;

/** What an exit code of `plan -detailed-exitcode` means. */
export function outcomeOf(exitCode) {
  return OUTCOMES[exitCode] ?? 'failed';
}

/** The part of a plan that says what would change, without what was read before. */
export function textOf(output) {
  const lines = output.split('\n');
  const start = lines.findIndex(line =>
    /^(Terraform|OpenTofu) (will perform|used the selected)|^No changes\.|^Changes to Outputs:|Error:/.test(
      line.replace(/^[│╷\s]+/, ''),
    ),
  );
  const text = lines.slice(Math.max(start, 0)).join('\n').trim();
  return text.length > LIMIT
    ? `${text.slice(0, LIMIT)}\n… and ${
        text.length - LIMIT
      } characters more: see the log of the run.`
    : text;
}

/** Plans a root. A lock is not taken: a plan changes nothing, and many run at once. */
function plan(root) {
  const { status, stdout, stderr, error } = spawnSync(
    'terraform/run.sh',
    [
      root,
      'plan',
      '-detailed-exitcode',
      '-input=false',
      '-no-color',
      '-lock=false',
    ],
    { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  );
  const output = `${stdout ?? ''}${stderr ?? ''}${error ? error.message : ''}`;
  console.log(output);
  return { root, outcome: outcomeOf(status), text: textOf(output) };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [root, file] = process.argv.slice(2);
  if (!root || !file) {
    console.error('::error::usage: node terraform-plan.mjs <root> <file>');
    process.exitCode = 1;
  } else {
    const result = plan(root);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(result));
    console.log(`${root}: ${result.outcome}`);
  }
}
