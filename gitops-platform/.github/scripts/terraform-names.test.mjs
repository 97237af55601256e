import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const TREE = fileURLToPath(new URL('../..', import.meta.url));
const ROLE = /role\/\$\{cluster\.eksName\}-([a-z0-9-]+)/g;

const ALIAS = /alias\/\$\{cluster\.eksName\}-([a-z-]+)/g;

const table = readFileSync(
  path.join(TREE, 'terraform/modules/addon-identities/main.tf'),
  'utf8',
);
const made = new Set([
  ...[...table.matchAll(/^ {4}([a-z][a-z-]*) = \{\n {6}when/gm)].map(
    ([, name]) => name,
  ),
  // Modules of their own.
  'karpenter',
  'karpenter-node',
]);

const addOns = readdirSync(path.join(TREE, 'infrastructure')).filter(name =>
  existsSync(path.join(TREE, 'infrastructure', name, 'addon.yaml')),
);

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.yaml'))
    .map(entry => path.join(entry.parentPath, entry.name));
}

test('every role that an add-on names is one that Terraform makes', () => {
  const named = addOns.flatMap(addOn =>
    filesBelow(path.join(TREE, 'infrastructure', addOn)).flatMap(file =>
      [...readFileSync(file, 'utf8').matchAll(ROLE)].map(([, role]) => ({
        file: path.relative(TREE, file),
        role,
      })),
    ),
  );
  assert.ok(named.length > 0);
  assert.deepEqual(
    named.filter(({ role }) => !made.has(role)),
    [],
  );
});

test('every KMS alias that an add-on names is one that Terraform makes', () => {
  const storage = readFileSync(
    path.join(TREE, 'terraform/modules/storage/main.tf'),
    'utf8',
  );
  const aliases = new Set(
    [...storage.matchAll(/"alias\/\$\{var\.eks_name\}-([a-z-]+)"/g)].map(
      ([, name]) => name,
    ),
  );
  const named = addOns.flatMap(addOn =>
    filesBelow(path.join(TREE, 'infrastructure', addOn)).flatMap(file =>
      [...readFileSync(file, 'utf8').matchAll(ALIAS)].map(([, alias]) => alias),
    ),
  );
  assert.ok(named.includes('cosign') && named.includes('vault-unseal'));
  assert.deepEqual(
    named.filter(alias => !aliases.has(alias)),
    [],
  );
});

test('every annotation that an add-on takes over is one that 30-bootstrap writes', () => {
  const bootstrap = readFileSync(
    path.join(TREE, 'terraform/layers/30-bootstrap/main.tf'),
    'utf8',
  );
  const written = new Set(
    [...bootstrap.matchAll(/^ {6}([a-z-]+) +=/gm)].map(([, name]) => name),
  );
  for (const addOn of addOns) {
    const text = readFileSync(
      path.join(TREE, 'infrastructure', addOn, 'addon.yaml'),
      'utf8',
    );
    const handOff = /^handOff:(?:[ \t]*\{([^}]*)\}|((?:\n[ \t]+.*)+))/m.exec(
      text,
    );
    const wanted = [
      ...(handOff?.slice(1).join('\n') ?? '').matchAll(/: ([a-z-]+)/g),
    ].map(([, annotation]) => annotation);
    assert.deepEqual(
      wanted.filter(annotation => !written.has(annotation)),
      [],
      `infrastructure/${addOn}/addon.yaml takes what Terraform does not write`,
    );
  }
});
