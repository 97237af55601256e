import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { allRoots, rootsOf } from './terraform-roots.mjs';

const TREE = fileURLToPath(new URL('../..', import.meta.url));
const ROOTS = allRoots(TREE);
const read = (...parts) => readFileSync(path.join(TREE, ...parts), 'utf8');

for (const [what, changed, expected] of [
  [
    'nothing of Terraform',
    ['applications/dev/orders/values.yaml', 'terraform/README.md'],
    [],
  ],
  [
    'one layer',
    ['terraform/envs/dev/00-network/main.tf'],
    ['envs/dev/00-network'],
  ],
  ['a module', ['terraform/modules/vpc/main.tf'], ROOTS],
  [
    'a layer',
    ['terraform/layers/10-data/main.tf'],
    ROOTS.filter(root => root.endsWith('/10-data')),
  ],
  ['the list of services', ['terraform/global/ecr/services.json'], ROOTS],
  [
    'a Dockerfile of a workload',
    ['workloads/backend/Dockerfile'],
    ['global/ecr'],
  ],
  [
    'facts of an environment',
    ['terraform/envs/staging/platform.json'],
    ROOTS.filter(root => /^global\/|\/staging\//.test(root)),
  ],
  [
    'the chart of Argo CD',
    ['infrastructure/argocd/addon.yaml'],
    ROOTS.filter(root => root.endsWith('/30-bootstrap')),
  ],
]) {
  test(`a change of ${what} touches ${expected.length} roots`, () =>
    assert.deepEqual(rootsOf(changed, ROOTS), expected));
}

test('the root of the states themselves is nobody else’s to apply', () =>
  assert.ok(!ROOTS.includes('global/state')));

const environments = readdirSync(path.join(TREE, 'terraform/envs'));
const layers = environment =>
  readdirSync(path.join(TREE, 'terraform/envs', environment)).filter(name =>
    /^\d/.test(name),
  );

test('every environment has every layer, under its own name', () => {
  const every = readdirSync(path.join(TREE, 'terraform/layers'));
  for (const environment of environments) {
    assert.deepEqual(layers(environment), every);
    for (const layer of every) {
      const text = read('terraform/envs', environment, layer, 'main.tf');
      assert.match(text, new RegExp(`source = "../../../layers/${layer}"`));
      assert.match(text, new RegExp(`environment = "${environment}"`));
    }
  }
});

test('what a layer reads of another one is there', () => {
  const outputs = Object.fromEntries(
    readdirSync(path.join(TREE, 'terraform/layers')).map(layer => [
      layer.replace(/^\d+-/, ''),
      [
        ...read('terraform/layers', layer, 'outputs.tf').matchAll(
          /^ {4}(\w+) += /gm,
        ),
      ].map(([, name]) => name),
    ]),
  );
  let found = 0;
  for (const layer of readdirSync(path.join(TREE, 'terraform/layers'))) {
    for (const file of ['main.tf', 'providers.tf', 'outputs.tf']) {
      for (const [, state, output, name] of read(
        'terraform/layers',
        layer,
        file,
      ).matchAll(/terraform_remote_state\.(\w+)\.outputs\.(\w+)\.(\w+)/g)) {
        assert.equal(output, state);
        assert.ok(
          outputs[state].includes(name),
          `${layer}/${file} reads ${name} of ${state}`,
        );
        found++;
      }
    }
  }
  assert.ok(found > 10);
});

test('every environment is applied by a job of its own, after the one before', () => {
  const workflow = read('.github/workflows/terraform.yaml');
  for (const environment of environments) {
    assert.match(
      workflow,
      new RegExp(`\\n  ${environment}:\\n`),
      `terraform.yaml has no job for ${environment}`,
    );
  }
  assert.match(
    workflow,
    /\n {2}production:\n[\s\S]*?needs: \[[^\]]*staging[^\]]*\]/,
  );
});

test('the list of services is sorted, a line each, so that two additions seldom meet', () => {
  const text = read('terraform/global/ecr/services.json');
  const services = Object.entries(JSON.parse(text)).sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  assert.equal(
    text,
    `${JSON.stringify(Object.fromEntries(services), undefined, 2)}\n`,
  );
});
