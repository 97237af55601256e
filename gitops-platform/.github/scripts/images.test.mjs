import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imageOf, touched } from './images.mjs';

test('an image is named after its folder', () =>
  assert.deepEqual(
    imageOf('workloads/ccore-ai/api/Dockerfile', 'FROM scratch\n'),
    {
      name: 'ccore-ai-api',
      dockerfile: 'workloads/ccore-ai/api/Dockerfile',
      context: 'workloads/ccore-ai/api',
    },
  ));

test('a Dockerfile may ask for more than its folder', () =>
  assert.equal(
    imageOf(
      'workloads/ecotrack/user-service/Dockerfile',
      '# syntax=docker/dockerfile:1\n# context: ..\nFROM x\n',
    ).context,
    'workloads/ecotrack',
  ));

for (const [dockerfile, text] of [
  ['workloads/backend/Dockerfile', '# context: ../../..\n'],
  ['workloads/back end/Dockerfile', ''],
  ['workloads/$(id)/Dockerfile', ''],
]) {
  test(`${dockerfile} is refused`, () =>
    assert.throws(() => imageOf(dockerfile, text), /expected|must be/));
}

test('only what changed is built again', () => {
  const images = ['backend', 'frontend'].map(name =>
    imageOf(`workloads/${name}/Dockerfile`, ''),
  );
  assert.deepEqual(
    touched(images, ['workloads/backend/main.go', 'workloads/frontend.md']).map(
      ({ name }) => name,
    ),
    ['backend'],
  );
});
