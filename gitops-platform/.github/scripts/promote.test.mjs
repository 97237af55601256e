import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imageFor, refuse, withImage } from './promote.mjs';

const digest = `sha256:${'a'.repeat(64)}`;
const platform = {
  registry: 'ghcr.io/acme',
  environments: [
    { name: 'dev', writer: 'ci' },
    { name: 'staging', writer: 'promotion' },
    {
      name: 'production',
      writer: 'promotion',
      registry: '1234.dkr.ecr.eu-west-1.amazonaws.com/live',
    },
  ],
};
const image = {
  repository: 'ghcr.io/acme/orders',
  tag: 'v1',
  digest,
  sourceRevision: 'b'.repeat(40),
};

test('an image keeps its name in the same registry, and gets the other one’s elsewhere', () => {
  assert.equal(
    imageFor(image, platform, 'dev', 'staging').repository,
    'ghcr.io/acme/orders',
  );
  assert.equal(
    imageFor(image, platform, 'staging', 'production').repository,
    '1234.dkr.ecr.eu-west-1.amazonaws.com/live/orders',
  );
  const foreign = { ...image, repository: 'docker.io/library/redis' };
  assert.equal(imageFor(foreign, platform, 'staging', 'production'), foreign);
  assert.throws(
    () => imageFor({ ...image, digest: '' }, platform, 'staging', 'production'),
    /by digest alone/,
  );
});

for (const [what, promotion, message] of [
  [
    'backwards',
    { service: 'orders', from: 'production', to: 'staging' },
    /earlier one first/,
  ],
  [
    'to itself',
    { service: 'orders', from: 'staging', to: 'staging' },
    /earlier one first/,
  ],
  [
    'from nowhere',
    { service: 'orders', from: 'test', to: 'staging' },
    /expected two of/,
  ],
  ['a path', { service: '../x', from: 'dev', to: 'staging' }, /is no name/],
  ['a command', { service: '$(id)', from: 'dev', to: 'staging' }, /is no name/],
]) {
  test(`${what} is refused`, () =>
    assert.throws(() => refuse(promotion, platform), message));
}

test('an environment that CI writes is refused', () => {
  const environments = platform.environments.map(one => ({
    ...one,
    writer: 'ci',
  }));
  assert.throws(
    () =>
      refuse(
        { service: 'orders', from: 'dev', to: 'staging' },
        { ...platform, environments },
      ),
    /gets its versions by ci alone/,
  );
});

const TEXT = `# orders
image:
  repository: ghcr.io/acme/orders # where
  tag: 'v0'
  digest: ''
  sourceRevision: ''

replicas: 2
sidecar:
  tag: v9
`;

test('four lines change, and no other byte', () => {
  const after = withImage(TEXT, image);
  assert.equal(
    after,
    TEXT.replace('ghcr.io/acme/orders #', "'ghcr.io/acme/orders' #")
      .replace("'v0'", "'v1'")
      .replace("digest: ''", `digest: '${digest}'`)
      .replace(
        "sourceRevision: ''",
        `sourceRevision: '${image.sourceRevision}'`,
      ),
  );
  assert.equal(withImage(after, image), after);
});

test('values without a line for the version are refused', () => {
  assert.throws(
    () => withImage('replicas: 1\n', image),
    /no line for repository, tag/,
  );
  assert.throws(
    () => withImage('image:\n  tag: x\n', image),
    /no line for repository, digest/,
  );
});
