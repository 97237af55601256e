/*
 * node templates/microservice/tests/service.mjs [stack]
 *
 * Writes a service as the template would and runs what its own CI runs, with the dependencies from the registry:
 * npm ci, the type check, the tests, the build. Not part of `npm test`, because it installs.
 */
import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createTemplateRenderer } from 'nunjitsu';

const values = {
  name: 'cart',
  description: 'Keeps what customers want to buy',
  owner: 'group:default/team-shop',
  system: 'shop',
  port: 8080,
  stack: process.argv[2] ?? 'typescript-node',
  projectSlug: 'acme/cart',
  repositoryUrl: 'https://github.com/acme/cart',
  registry: 'ghcr.io/acme',
  gitopsRepositoryUrl: 'https://github.com/acme/gitops-platform',
  gitopsProjectSlug: 'acme/gitops-platform',
};

const skeleton = fileURLToPath(new URL('../skeleton', import.meta.url));
const service = mkdtempSync(path.join(os.tmpdir(), 'microservice-'));
const renderer = createTemplateRenderer({ allowRegexExecution: true });

function write(from) {
  for (const entry of readdirSync(from, {
    recursive: true,
    withFileTypes: true,
  })) {
    const source = path.join(entry.parentPath, entry.name);
    const file = path.relative(from, source);
    if (entry.isFile()) {
      const text = readFileSync(source, 'utf8');
      const target = path.join(service, file);
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(
        target,
        file.startsWith(path.join('.github', 'scripts'))
          ? text
          : renderer.render(text, { values }),
      );
    }
  }
}

try {
  write(path.join(skeleton, 'common'));
  write(path.join(skeleton, 'stacks', values.stack));
  for (const [command, ...args] of [
    ['npm', 'ci', '--no-audit', '--no-fund'],
    ['npm', 'run', 'check'],
    ['npm', 'test'],
    ['npm', 'run', 'build'],
    ['node', '--test', '.github/scripts/bump-image.test.mjs'],
  ]) {
    execFileSync(command, args, { cwd: service, stdio: 'inherit' });
  }
} finally {
  rmSync(service, { recursive: true });
}
