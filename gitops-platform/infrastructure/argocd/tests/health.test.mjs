/*
 * `node --test infrastructure/argocd/tests/*.test.mjs`: what Argo CD makes of health.yaml with the Lua of ../values/default.yaml.
 * It runs `argocd` of PATH, and is skipped where there is none.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { parse, stringify } from 'yaml';

const read = name =>
  parse(readFileSync(new URL(name, import.meta.url), 'utf8'));

const argocd = args => spawnSync('argocd', args, { encoding: 'utf8' });

const skip =
  argocd(['version', '--client']).status !== 0 && 'there is no argocd on PATH';

const scratch = mkdtempSync(path.join(tmpdir(), 'argocd-health-'));
after(() => rmSync(scratch, { recursive: true }));

const write = (name, content) => {
  const file = path.join(scratch, name);
  writeFileSync(file, stringify(content));
  return file;
};

const { configs } = read('../values/default.yaml');
const settings = write('argocd-cm.yaml', {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: {
    name: 'argocd-cm',
    labels: { 'app.kubernetes.io/part-of': 'argocd' },
  },
  data: Object.fromEntries(
    Object.entries(configs.cm).filter(([key]) =>
      key.startsWith('resource.customizations.health.'),
    ),
  ),
});

for (const { name, kind, spec = {}, status, expected } of read('health.yaml')) {
  test(`${name}: ${expected.status}`, { skip }, () => {
    const resource = write('resource.yaml', {
      apiVersion: 'argoproj.io/v1alpha1',
      kind,
      metadata: { name: 'under-test', namespace: 'argocd' },
      spec,
      ...(status && { status }),
    });
    const { stdout, stderr } = argocd([
      'admin',
      'settings',
      'resource-overrides',
      'health',
      resource,
      '--argocd-cm-path',
      settings,
    ]);
    const answer = /^STATUS: (.*)\nMESSAGE: (.*)$/m.exec(stdout);
    assert.ok(answer, `${stdout}${stderr}`);
    assert.deepEqual(
      { status: answer[1], message: answer[2] },
      { message: '', ...expected },
    );
  });
}
