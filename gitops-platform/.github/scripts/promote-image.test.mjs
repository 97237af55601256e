import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { copyImage, planCopies } from './promote-image.mjs';

const digest = `sha256:${'a'.repeat(64)}`;
const older = `sha256:${'b'.repeat(64)}`;
const OURS = 'ghcr.io/acme/orders';
const THEIRS = '1234.dkr.ecr.eu-west-1.amazonaws.com/acme/orders';

const platform = {
  registry: 'ghcr.io/acme',
  environments: [
    { name: 'dev' },
    { name: 'staging' },
    {
      name: 'production',
      registry: '1234.dkr.ecr.eu-west-1.amazonaws.com/acme',
    },
  ],
};
const values = (environment, service = 'orders') =>
  `applications/${environment}/${service}/values.yaml`;
const staging = {
  path: values('staging'),
  image: { repository: OURS, digest },
};
const promotion = {
  path: values('production'),
  before: { repository: THEIRS, digest: older },
  after: { repository: THEIRS, digest },
};
const plan = (change, present = [staging]) =>
  planCopies({ platform, changed: [{ ...promotion, ...change }], present });

test('a promotion into another registry is copied from where the digest is', () => {
  assert.deepEqual(plan(), [
    { path: promotion.path, repository: THEIRS, digest, source: OURS },
  ]);
});

for (const [what, change] of Object.entries({
  'the version stays': { after: promotion.before },
  'the environment has the registry that CI pushes to': {
    path: values('staging'),
    after: staging.image,
  },
  'the image is in no registry of ours': {
    after: { repository: 'docker.io/library/redis', digest },
  },
  'the image is not named': { after: {} },
})) {
  test(`nothing is copied where ${what}`, () =>
    assert.deepEqual(plan(change), []));
}

test('a registry that is none is no source, whatever platform.yaml says', () => {
  const registry = 'ghcr.io/acme\ncopies=0\n';
  const environments = [...platform.environments, { name: 'test', registry }];
  const present = [
    {
      path: values('test'),
      image: { repository: `${registry}/orders`, digest },
    },
  ];
  const [copy] = planCopies({
    platform: { ...platform, environments },
    changed: [promotion],
    present,
  });
  assert.equal(copy.source, undefined);
});

for (const [what, present] of Object.entries({
  'another service names it': [
    { ...staging, path: values('staging', 'other') },
  ],
  'another image has it': [
    { ...staging, image: { repository: 'ghcr.io/acme/other', digest } },
  ],
  'a foreign registry has it': [
    { ...staging, image: { repository: 'evil.example/acme/orders', digest } },
  ],
  'nobody names it': [],
})) {
  test(`a digest has no source where ${what}`, () =>
    assert.equal(plan({}, present)[0].source, undefined));
}

for (const after of [
  { repository: THEIRS, digest: '' },
  { repository: THEIRS, digest: 'sha256:1 --help' },
  { repository: `${THEIRS};id`, digest },
]) {
  test(`${JSON.stringify(after)} is refused`, () =>
    assert.throws(() => plan({ after }), /copied by digest alone/));
}

test('a copy that is there is not made again, and what is missing beside it is', () => {
  const registry = new Set([
    `${THEIRS}@${digest}`,
    `${OURS}:${digest.replace(':', '-')}.sig`,
  ]);
  const copies = [];
  const tools = {
    exists: reference => registry.has(reference),
    copy: (from, to) => {
      copies.push([from, to]);
      registry.add(to);
    },
  };
  const [image] = plan();
  copyImage(image, tools);
  const signature = `${digest.replace(':', '-')}.sig`;
  assert.deepEqual(copies, [
    [`${OURS}:${signature}`, `${THEIRS}:${signature}`],
  ]);
  copyImage(image, tools);
  assert.equal(copies.length, 1);
});

test('a registry that changes the content is not believed', () => {
  const tools = { exists: () => false, copy: () => {} };
  assert.throws(
    () => copyImage(plan()[0], tools),
    /does not exist after the copy/,
  );
});

/** A registry in a file, and a yq for which all YAML is JSON. */
const SKOPEO = `#!${process.execPath}
const { appendFileSync, readFileSync } = require('node:fs');
const [command, ...rest] = process.argv.slice(2);
const file = process.env.REGISTRY;
const known = readFileSync(file, 'utf8').split('\\n');
const names = rest.filter(one => one.startsWith('docker://')).map(one => one.slice(9));
const found = known.includes(names[0]);
if (process.env.BROKEN) { console.error('received 503 Service Unavailable'); process.exit(1); }
if (!found) { console.error('manifest unknown'); process.exit(1); }
if (command === 'copy') {
  const [from, to] = names;
  const digest = from.split('@')[1];
  appendFileSync(file, to + '\\n' + (digest ? to.replace(/:promoted-[0-9a-f]+$/, '') + '@' + digest + '\\n' : ''));
}
`;

function useRepository(run) {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'promote-image-'));
  try {
    const bin = path.join(directory, 'bin');
    const tree = path.join(directory, 'tree');
    const registry = path.join(directory, 'registry');
    mkdirSync(bin);
    mkdirSync(tree);
    for (const [name, text] of Object.entries({
      skopeo: SKOPEO,
      yq: '#!/bin/sh\nexec cat\n',
    })) {
      writeFileSync(path.join(bin, name), text);
      chmodSync(path.join(bin, name), 0o755);
    }
    const env = {
      ...process.env,
      PATH: `${bin}:${process.env.PATH}`,
      REGISTRY: registry,
    };
    const git = (...args) =>
      execFileSync(
        'git',
        [
          '-C',
          tree,
          '-c',
          'user.name=t',
          '-c',
          'user.email=t@example.com',
          ...args,
        ],
        { encoding: 'utf8' },
      ).trim();
    const commit = files => {
      for (const [file, content] of Object.entries(files)) {
        mkdirSync(path.dirname(path.join(tree, file)), { recursive: true });
        writeFileSync(path.join(tree, file), JSON.stringify(content));
      }
      git('add', '.');
      git('commit', '--quiet', '--message', 'change');
      return git('rev-parse', 'HEAD');
    };
    git('init', '--quiet');
    const script = fileURLToPath(new URL('promote-image.mjs', import.meta.url));
    const promote = (command, more = {}) =>
      spawnSync(
        process.execPath,
        [script, command, path.join(directory, 'copies.json')],
        {
          cwd: tree,
          env: { ...env, ...more },
          encoding: 'utf8',
        },
      );
    run({ commit, promote, registry, output: path.join(directory, 'output') });
  } finally {
    rmSync(directory, { recursive: true });
  }
}

const image = (repository, of) => ({
  image: { repository, tag: 'v1', digest: of },
});

test('a pull request is planned from Git, copied, and copied once', () =>
  useRepository(({ commit, promote, registry, output }) => {
    writeFileSync(
      registry,
      `${OURS}@${digest}\n${OURS}:${digest.replace(':', '-')}.att\n`,
    );
    writeFileSync(output, '');
    const BASE_SHA = commit({
      'platform.yaml': platform,
      [values('staging')]: image(OURS, digest),
      [values('production')]: image(THEIRS, older),
    });
    assert.match(
      promote('plan', { BASE_SHA }).stdout,
      /No image has to be copied/,
    );
    commit({ [values('production')]: image(THEIRS, digest) });

    const planned = promote('plan', { BASE_SHA, GITHUB_OUTPUT: output });
    assert.equal(planned.stderr, '');
    assert.equal(
      readFileSync(output, 'utf8'),
      `copies=1\nhosts=1234.dkr.ecr.eu-west-1.amazonaws.com ghcr.io\n`,
    );

    const broken = promote('copy', { BROKEN: '1' });
    assert.equal(broken.status, 1);
    assert.match(broken.stderr, /^::error::.*503 Service Unavailable/);

    assert.match(
      promote('copy').stdout,
      /orders@sha256:a+ copied from ghcr\.io\/acme\/orders\n.*\.att copied/,
    );
    const again = promote('copy');
    assert.equal(again.stdout, `${THEIRS}@${digest} is there\n`);
  }));

test('a pull request fails whose image is nowhere, and one that goes back passes', () =>
  useRepository(({ commit, promote, registry }) => {
    writeFileSync(registry, `${THEIRS}@${older}\n`);
    const BASE_SHA = commit({
      'platform.yaml': platform,
      [values('production')]: image(THEIRS, `sha256:${'c'.repeat(64)}`),
    });
    commit({ [values('production')]: image(THEIRS, older) });
    promote('plan', { BASE_SHA });
    assert.equal(promote('copy').status, 0);
    commit({ [values('production')]: image(THEIRS, digest) });
    promote('plan', { BASE_SHA });
    assert.match(
      promote('copy').stderr,
      /no other environment names that digest/,
    );
  }));
