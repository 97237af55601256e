/*
 * node terraform-roots.mjs <base commit>
 *
 * Writes into $GITHUB_OUTPUT which roots below terraform/ a change touches: `roots`, a JSON list for a matrix, and
 * `any`. Without a base commit: all of them, as the search for drift wants it.
 */
import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Its state is made before there is a place for states, by hand. */
const BY_HAND = ['global/state'];

/** What every root reads: a change here may change any of them. */
const SHARED = [
  /^terraform\/modules\//,
  /^terraform\/(run\.sh|backend\.hcl)$/,
  /^terraform\/global\/ecr\/services\.json$/,
  /^\.github\/workflows\/terraform(-apply)?\.yaml$/,
];

/** A layer belongs to the roots of its name. */
const LAYER = /^terraform\/layers\/(?<layer>[^/]+)\//;

/** What Terraform reads outside its own folder. */
const ELSEWHERE = [
  {
    file: /^(workloads\/.*\/Dockerfile|charts\/[^/]+\/Chart\.yaml)$/,
    root: /^global\/ecr$/,
  },
  { file: /^infrastructure\/argocd\/|^bootstrap\//, root: /\/30-bootstrap$/ },
];

/** The roots that changed files touch, in the order in which they are applied. */
export function rootsOf(changed, roots) {
  return roots.filter(root =>
    changed.some(
      file =>
        SHARED.some(shared => shared.test(file)) ||
        file.startsWith(`terraform/${root}/`) ||
        // platform.json belongs to every layer of its environment, and the first one speaks for the global ones.
        (/^terraform\/envs\/[^/]+\/platform\.json$/.test(file) &&
          (root.startsWith('global/') ||
            file.startsWith(`terraform/${path.dirname(root)}/`))) ||
        path.basename(root) === LAYER.exec(file)?.groups.layer ||
        ELSEWHERE.some(other => other.file.test(file) && other.root.test(root)),
    ),
  );
}

/** Every root of a tree: global ones, then the layers of each environment in order. */
export function allRoots(tree = '.') {
  const folders = folder =>
    readdirSync(path.join(tree, 'terraform', folder), { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .map(entry => `${folder}/${entry.name}`)
      .sort();
  return [...folders('global'), ...folders('envs').flatMap(folders)].filter(
    root =>
      !BY_HAND.includes(root) &&
      existsSync(path.join(tree, 'terraform', root, 'main.tf')),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const base = process.argv[2];
  const roots = base
    ? rootsOf(
        execFileSync('git', ['diff', '--name-only', '-z', `${base}...HEAD`], {
          encoding: 'utf8',
        }).split('\0'),
        allRoots(),
      )
    : allRoots();
  console.log(roots.join('\n') || 'No root is touched.');
  if (process.env.GITHUB_OUTPUT) {
    appendFileSync(
      process.env.GITHUB_OUTPUT,
      `roots=${JSON.stringify(roots)}\nany=${roots.length > 0}\n`,
    );
  }
}
