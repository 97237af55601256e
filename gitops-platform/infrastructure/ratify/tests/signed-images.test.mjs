/*
 * `node --test infrastructure/ratify/tests/*.test.mjs`: what the template signed-images makes of Ratify's answers in cases.yaml.
 * It runs `gator` of PATH (3.23.0), and is skipped where there is none. gator asks no provider: in a copy of the template, and
 * there alone, the answer is a parameter.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { parse, stringify } from 'yaml';

const CALL = /external_data\(\{"provider": "ratify-provider", "keys": .*\}\)/;
const IMAGE = 'registry.example/acme/orders:1.4.0@sha256:aaaa';

const read = name =>
  parse(readFileSync(new URL(name, import.meta.url), 'utf8'));

const gator = args => spawnSync('gator', args, { encoding: 'utf8' });

const skip = gator(['--help']).status !== 0 && 'there is no gator on PATH';

const scratch = mkdtempSync(path.join(tmpdir(), 'signed-images-'));
after(() => rmSync(scratch, { recursive: true }));

const write = (name, content) =>
  writeFileSync(path.join(scratch, name), stringify(content));

const template = read('../config/base/template.yaml');
const constraint = read('../config/base/constraint.yaml');
const [{ source }] = template.spec.targets[0].code;
const { properties } = template.spec.crd.spec.validation.openAPIV3Schema;

const asked = source.rego.replace(CALL, 'input.parameters.answer');

test('it asks the Provider that the chart makes, in one place', () => {
  assert.doesNotMatch(asked, /external_data/);
});

source.rego = asked;
properties.answer = {
  type: 'object',
  'x-kubernetes-preserve-unknown-fields': true,
};
write('template.yaml', template);

for (const { name, image = IMAGE, namespace, answer, ...expected } of read(
  'cases.yaml',
)) {
  test(name, { skip }, () => {
    write('constraint.yaml', {
      ...constraint,
      spec: {
        ...constraint.spec,
        parameters: {
          ...constraint.spec.parameters,
          environments: ['dev', 'production'],
          exemptImages: ['cr.l5d.io/linkerd/'],
          answer: JSON.parse(
            JSON.stringify(answer).replaceAll('{image}', image),
          ),
        },
      },
    });
    write('pod.yaml', {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'orders', namespace: namespace ?? 'orders-production' },
      spec: { containers: [{ name: 'orders', image }] },
    });
    write('suite.yaml', {
      apiVersion: 'test.gatekeeper.sh/v1alpha1',
      kind: 'Suite',
      metadata: { name: 'signed-images' },
      tests: [
        {
          name: 'signed-images',
          template: 'template.yaml',
          constraint: 'constraint.yaml',
          cases: [
            {
              name: 'pod',
              object: 'pod.yaml',
              assertions: [
                expected.violations === 0 ? { violations: 'no' } : expected,
              ],
            },
          ],
        },
      ],
    });
    const { status, stdout, stderr } = gator([
      'verify',
      path.join(scratch, 'suite.yaml'),
      '--verbose',
    ]);
    assert.equal(status, 0, `${stdout}${stderr}`);
  });
}
