/*
 * node terraform-report.mjs <comment|issue> <folder>
 *
 * Tells people what terraform-plan.mjs found, one file per root in <folder>. `comment` keeps one comment on the pull
 * request $PULL_REQUEST. `issue` keeps one issue for drift: opened when something drifted, changed while it lasts, closed
 * when it is gone. A root that could not be planned is a failure, and never drift: the issue then stays as it is, and the
 * run fails.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const MARK = '<!-- terraform-report -->';
const TITLE = 'Terraform: the infrastructure differs from Git';

/** GitHub takes 65,536 characters. */
const LIMIT = 60_000;

const SAID = {
  clean: 'no changes',
  changes: '**changes**',
  failed: '**failed**',
};

/** The report as Markdown. */
export function describe(results, { heading, run }) {
  const rows = results.map(
    ({ root, outcome }) => `| \`${root}\` | ${SAID[outcome]} |`,
  );
  const details = results
    .filter(({ outcome }) => outcome !== 'clean')
    .map(({ root, text }) => {
      // A plan may hold any text, and a fence must be longer than every one within.
      const longest = Math.max(
        2,
        ...(text.match(/`+/g) ?? []).map(one => one.length),
      );
      const fence = '`'.repeat(longest + 1);
      return `<details><summary><code>${root}</code></summary>\n\n${fence}\n${text}\n${fence}\n\n</details>`;
    });
  const head = [
    MARK,
    `### ${heading}`,
    '',
    '| root | plan |',
    '| --- | --- |',
    ...rows,
    '',
    `[Run](${run})`,
  ].join('\n');
  return details.reduce(
    (body, detail) =>
      body.length + detail.length < LIMIT ? `${body}\n\n${detail}` : body,
    head,
  );
}

/** What is to be done with the one issue: `undefined`, or { action, number }. */
export function planIssue(results, open) {
  const drifted = results.some(({ outcome }) => outcome === 'changes');
  const failed = results.some(({ outcome }) => outcome === 'failed');
  if (drifted) {
    return open === undefined
      ? { action: 'create' }
      : { action: 'edit', number: open };
  }
  // What could not be looked at may still have drifted.
  return open !== undefined && !failed
    ? { action: 'close', number: open }
    : undefined;
}

function readResults(folder) {
  return readdirSync(folder, { recursive: true })
    .filter(name => name.endsWith('.json'))
    .map(name => JSON.parse(readFileSync(path.join(folder, name), 'utf8')))
    .sort((a, b) => a.root.localeCompare(b.root));
}

function gh(args, input) {
  return execFileSync('gh', args, { encoding: 'utf8', input }).trim();
}

function comment(results, env) {
  const body = describe(results, {
    heading: 'Terraform plan',
    run: env.RUN_URL,
  });
  const { GITHUB_REPOSITORY: repository, PULL_REQUEST: number } = env;
  const mine = gh([
    'api',
    '--paginate',
    `repos/${repository}/issues/${Number(number)}/comments`,
    '--jq',
    `.[] | select(.body | startswith("${MARK}")) | select(.user.type == "Bot") | .id`,
  ]).split('\n')[0];
  const [method, place] = mine
    ? ['PATCH', `issues/comments/${mine}`]
    : ['POST', `issues/${Number(number)}/comments`];
  gh(
    ['api', '--method', method, `repos/${repository}/${place}`, '--input', '-'],
    JSON.stringify({ body }),
  );
}

function issue(results, env) {
  const found = gh([
    'issue',
    'list',
    '--state',
    'open',
    '--label',
    'drift',
    '--json',
    'number',
    '--jq',
    '.[0].number // empty',
  ]);
  const planned = planIssue(results, found === '' ? undefined : Number(found));
  const body = describe(results, { heading: TITLE, run: env.RUN_URL });
  const said = {
    create: () => {
      gh([
        'label',
        'create',
        'drift',
        '--force',
        '--color',
        'd93f0b',
        '--description',
        'The infrastructure differs from Git',
      ]);
      return gh(
        [
          'issue',
          'create',
          '--title',
          TITLE,
          '--label',
          'drift',
          '--body-file',
          '-',
        ],
        body,
      );
    },
    edit: () =>
      gh(['issue', 'edit', String(planned.number), '--body-file', '-'], body),
    close: () =>
      gh([
        'issue',
        'close',
        String(planned.number),
        '--comment',
        `Nothing differs any more: ${env.RUN_URL}`,
      ]),
  };
  console.log(planned ? said[planned.action]() : 'Nothing has drifted.');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [how, folder] = process.argv.slice(2);
  const report = { comment, issue }[how];
  if (!report || !folder) {
    console.error(
      '::error::usage: node terraform-report.mjs <comment|issue> <folder>',
    );
    process.exitCode = 1;
  } else {
    const results = readResults(folder);
    report(results, process.env);
    for (const { root } of results.filter(one => one.outcome === 'failed')) {
      console.error(`::error::${root} could not be planned: see its job`);
      process.exitCode = 1;
    }
  }
}
