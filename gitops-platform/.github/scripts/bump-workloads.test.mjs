import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bump, readImage } from './bump-workloads.mjs';

const image = {
  name: 'backend',
  repository: 'ghcr.io/acme/backend',
  tag: 'sha-1',
  digest: `sha256:${'a'.repeat(64)}`,
};

const TEXT = `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
  - ../../base
images:
  # What runs.
  - name: backend
    newName: ghcr.io/old/backend # platform: \${registry}/backend
    newTag: '0' # the version
    digest: ''
  - name: other
    newName: ghcr.io/acme/other
    newTag: '0'
    digest: ''
replicas:
  - name: backend
    count: 1
`;

test('the entry of the image changes, and no other byte', () => {
  const after = bump(TEXT, [image]);
  assert.equal(
    after,
    TEXT.replace('ghcr.io/old/backend', image.repository)
      .replace("newTag: '0' # the", "newTag: 'sha-1' # the")
      .replace("digest: ''", `digest: '${image.digest}'`),
  );
  assert.equal(bump(after, [image]), after);
});

test('an overlay that does not name the image stays', () => {
  assert.equal(bump(TEXT, [{ ...image, name: 'frontend' }]), TEXT);
  assert.equal(bump('resources: []\n', [image]), 'resources: []\n');
});

test('an entry without a line for the digest is refused', () =>
  assert.throws(
    () =>
      bump('images:\n  - name: backend\n    newName: x\n    newTag: y\n', [
        image,
      ]),
    /no line for digest/,
  ));

for (const wrong of [
  { tag: "1'\n  - x" },
  { digest: 'latest' },
  { name: '../x' },
  { repository: 'a b' },
]) {
  test(`${JSON.stringify(wrong)} is refused`, () =>
    assert.throws(() => readImage({ ...image, ...wrong }), /expected/));
}
