import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
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

const TERRAFORM = fileURLToPath(new URL('../../terraform', import.meta.url));

/** Programs that write down how they were called, and answer what a test needs. */
const PROGRAMS = {
  terraform: '',
  aws: 'case "$*" in *describe-cluster*) echo arn:aws:eks:eu-central-1:111122223333:cluster/acme-dev ;; esac',
  kubectl: `case "$*" in
*"get services"*) [ -f "$STATE/gone" ] && echo '{"items":[]}' || cat "$STATE/services.json" ;;
*"delete service"*) touch "$STATE/gone" ;;
*"get crd"*) echo crd ;;
*"get secret argocd-webhook"*) echo '{"data":{"secret":"c2VjcmV0"}}' ;;
*"get persistentvolumes"*|*"get namespaces"*) echo '{"items":[]}' ;;
esac`,
  gh: 'case "$*" in *POST*|*PATCH*) while [ "$1" != --input ]; do shift; done; cp "$2" "$STATE/body.json" ;; *) echo "[]" ;; esac',
};

function useTree(run) {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'terraform-scripts-'));
  try {
    const tree = path.join(directory, 'terraform');
    const bin = path.join(directory, 'bin');
    const calls = path.join(directory, 'calls');
    mkdirSync(bin);
    for (const name of [
      'run.sh',
      'teardown.sh',
      'register-webhook.sh',
      'backend.hcl',
    ]) {
      cpSync(path.join(TERRAFORM, name), path.join(tree, name));
    }
    for (const layer of [
      '00-network',
      '10-data',
      '20-compute',
      '30-bootstrap',
    ]) {
      mkdirSync(path.join(tree, 'envs/dev', layer), { recursive: true });
      writeFileSync(path.join(tree, 'envs/dev', layer, 'main.tf'), '');
    }
    for (const [name, body] of Object.entries(PROGRAMS)) {
      const file = path.join(bin, name);
      writeFileSync(
        file,
        `#!/bin/bash\necho "${name} $*" >> "$CALLS"\n${body}\n`,
      );
      chmodSync(file, 0o755);
    }
    writeFileSync(
      path.join(directory, 'services.json'),
      JSON.stringify({
        items: [
          {
            metadata: { namespace: 'traefik', name: 'traefik' },
            spec: { type: 'LoadBalancer' },
          },
          {
            metadata: { namespace: 'default', name: 'kubernetes' },
            spec: { type: 'ClusterIP' },
          },
        ],
      }),
    );
    const facts = more =>
      writeFileSync(
        path.join(tree, 'envs/dev/platform.json'),
        JSON.stringify({
          organisation: 'acme',
          region: 'eu-central-1',
          state: 's3',
          repository: { url: 'https://github.com/acme/gitops-platform.git' },
          cluster: { name: 'in-cluster', domain: 'platform.acme.example' },
          features: { gitProvider: 'github' },
          ...more,
        }),
      );
    facts();
    const call = (script, args, input = '') => {
      writeFileSync(calls, '');
      const { status, stdout, stderr } = spawnSync(
        'bash',
        [path.join(tree, script), ...args],
        {
          env: {
            ...process.env,
            PATH: `${bin}:${process.env.PATH}`,
            CALLS: calls,
            STATE: directory,
            POLL_SECONDS: '0',
            WAIT_SECONDS: '5',
          },
          input,
          encoding: 'utf8',
        },
      );
      return { status, stdout, stderr, calls: readFileSync(calls, 'utf8') };
    };
    run({ call, facts, tree, directory });
  } finally {
    rmSync(directory, { recursive: true });
  }
}

test('run.sh gives every root a state of its own', () =>
  useTree(({ call }) => {
    const { calls, status } = call('run.sh', [
      'envs/dev/00-network',
      'plan',
      '-no-color',
    ]);
    assert.equal(status, 0);
    assert.match(
      calls,
      /-chdir=envs\/dev\/00-network init .*backend\.hcl -backend-config=key=envs\/dev\/00-network\/terraform\.tfstate\n/,
    );
    assert.match(calls, /-chdir=envs\/dev\/00-network plan -no-color\n$/);
  }));

test('run.sh lays the block for HCP Terraform beside the other, and takes it away again', () =>
  useTree(({ call, facts, tree }) => {
    const override = path.join(tree, 'envs/dev/00-network/backend_override.tf');
    facts({ state: 'hcp' });
    assert.doesNotMatch(
      call('run.sh', ['envs/dev/00-network', 'plan']).calls,
      /backend-config/,
    );
    assert.match(
      readFileSync(override, 'utf8'),
      /organization = "acme"[\s\S]*name = "acme-dev-00-network"/,
    );
    facts();
    call('run.sh', ['envs/dev/00-network', 'plan']);
    assert.ok(!existsSync(override));
  }));

for (const args of [
  [],
  ['envs/dev/00-network'],
  ['envs/../../etc', 'plan'],
  ['modules/vpc', 'plan'],
  ['envs/dev/99-none', 'plan'],
]) {
  test(`run.sh refuses ${JSON.stringify(args)}`, () =>
    useTree(({ call }) => {
      const { status, calls, stderr } = call('run.sh', args);
      assert.equal(status, 1);
      assert.match(stderr, /^run\.sh: /);
      assert.equal(calls, '');
    }));
}

const CHANGES = /delete|destroy|scale|update-cluster-config/;

test('teardown.sh does nothing for a name that is not the cluster’s', () =>
  useTree(({ call }) => {
    const { status, calls, stderr } = call('teardown.sh', ['dev'], 'acme\n');
    assert.equal(status, 1);
    assert.match(stderr, /nothing has been done/);
    assert.doesNotMatch(calls, CHANGES);
  }));

test('teardown.sh --dry-run changes nothing and says what it would', () =>
  useTree(({ call }) => {
    const { status, calls, stdout } = call('teardown.sh', ['--dry-run', 'dev']);
    assert.equal(status, 0);
    assert.doesNotMatch(calls, CHANGES);
    assert.match(
      stdout,
      /would run: \.\/run\.sh envs\/dev\/20-compute destroy/,
    );
  }));

test('teardown.sh takes away in order what Terraform does not know, then the layers, and leaves the data', () =>
  useTree(({ call }) => {
    const { status, calls, stderr } = call(
      'teardown.sh',
      ['dev'],
      'acme-dev\n',
    );
    assert.equal(stderr, '');
    assert.equal(status, 0);
    const steps = [
      / scale --replicas=0 /,
      /delete service traefik/,
      /delete poddisruptionbudgets/,
      /delete nodepools/,
      /30-bootstrap destroy/,
      /--no-deletion-protection/,
      /20-compute destroy/,
      /00-network destroy/,
    ].map(step => calls.search(step));
    assert.ok(
      steps.every(step => step >= 0),
      calls,
    );
    assert.deepEqual(
      steps,
      [...steps].sort((a, b) => a - b),
    );
    assert.doesNotMatch(calls, /10-data/);
  }));

test('teardown.sh lets the Argo CD of another cluster forget this one first', () =>
  useTree(({ call, facts }) => {
    facts({ cluster: { name: 'dev', domain: 'dev.acme.example' } });
    const { calls } = call('teardown.sh', ['dev'], 'acme-dev\n');
    assert.ok(
      calls.search(/30-bootstrap destroy/) < calls.search(/delete service/),
    );
    assert.doesNotMatch(calls, /scale --replicas=0/);
  }));

test('register-webhook.sh hands the secret over without making it an argument', () =>
  useTree(({ call, directory }) => {
    const { status, calls, stdout, stderr } = call('register-webhook.sh', [
      'dev',
    ]);
    assert.equal(stderr, '');
    assert.equal(status, 0);
    assert.equal(
      stdout,
      'Registered: https://webhooks.platform.acme.example/api/webhook at acme/gitops-platform\n',
    );
    assert.doesNotMatch(calls, /c2VjcmV0|secret=/);
    const body = JSON.parse(
      readFileSync(path.join(directory, 'body.json'), 'utf8'),
    );
    assert.deepEqual(body.config, {
      url: 'https://webhooks.platform.acme.example/api/webhook',
      content_type: 'json',
      insecure_ssl: '0',
      secret: 'secret',
    });
  }));
