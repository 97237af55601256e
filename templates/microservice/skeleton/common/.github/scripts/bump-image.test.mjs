import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bumpImage, readImage } from './bump-image.mjs';

const image = {
  repository: 'ghcr.io/acme/shop',
  tag: '1e10',
  digest: `sha256:${'a'.repeat(64)}`,
  sourceRevision: 'b'.repeat(40),
};

const before = `# Values of shop.
replicas: 2
image: # what runs
  # CI writes these.
  repository: ghcr.io/acme/placeholder
  tag: "6.9.2" # quoted
  digest: ''

  sourceRevision:
  pullPolicy: Always
route:
  tag: mine
`;

const after = `# Values of shop.
replicas: 2
image: # what runs
  # CI writes these.
  repository: '${image.repository}'
  tag: '1e10' # quoted
  digest: '${image.digest}'

  sourceRevision: '${image.sourceRevision}'
  pullPolicy: Always
route:
  tag: mine
`;

for (const [name, change] of Object.entries({
  'line feeds': text => text,
  'carriage returns': text => text.replaceAll('\n', '\r\n'),
  'no final newline': text => text.trimEnd(),
  'a byte order mark': text => `\uFEFF${text}`,
  'image as the last block': text => text.slice(0, text.indexOf('route:')),
  'four spaces': text => text.replaceAll('\n  ', '\n    '),
})) {
  test(`writes four lines and nothing else, with ${name}`, () => {
    assert.equal(bumpImage(change(before), image), change(after));
    assert.equal(bumpImage(change(after), image), change(after));
  });
}

for (const [name, text, message] of [
  ['no image', 'replicas: 1\n', /no block `image:`/],
  ['a flow mapping', 'image: { tag: a }\n', /no block `image:`/],
  ['a missing line', before.replace(/ {2}digest.*\n/, ''), /no line for digest/],
  ['an anchor', before.replace("digest: ''", 'digest: &d x'), /no line for digest/],
  ['a deeper block', before.replace("digest: ''", "more:\n    digest: ''"), /no line for digest/],
]) {
  test(`refuses ${name}`, () => {
    assert.throws(() => bumpImage(text, image), message);
  });
}

test('reads the image from the environment and refuses what is none', () => {
  const env = {
    IMAGE_REPOSITORY: image.repository,
    IMAGE_TAG: image.tag,
    IMAGE_DIGEST: image.digest,
    SOURCE_REVISION: image.sourceRevision,
  };
  assert.deepEqual(readImage(env), image);
  assert.throws(() => readImage({ ...env, IMAGE_DIGEST: '' }), /IMAGE_DIGEST/);
  assert.throws(() => readImage({ ...env, IMAGE_TAG: "a'\nb: c" }), /IMAGE_TAG/);
});
