/*
 * Copyright 2026 The GitOps Platform Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { runOn, said, testAddOn, type TestRendering } from '../__testUtils__';
import { findOwnSecrets } from './findOwnSecrets';
import { findSecretReferences } from './findSecretReferences';
import { noSecrets } from './noSecrets';
import { secretProducers } from './secretProducers';

// Put together, so that this file is not taken for a leak.
const KEY = ['-----BEGIN RSA', 'PRIVATE KEY-----'].join(' ');
const HASH = ['$apr1', 'abcdefgh', '0123456789012345678901'].join('$');

describe('what looks like a secret', () => {
  it.each([
    ['a.pem', `${KEY}\n`, ['holds a private key']],
    [
      'a.yaml',
      `users: ["admin:${HASH}"]\n`,
      ['holds the hash of a password (htpasswd)'],
    ],
    [
      'a.yaml',
      'apiVersion: v1\nkind: Secret\nmetadata: { name: a }\nstringData:\n  password: hunter2\n',
      ['a Secret with a value for password'],
    ],
    [
      'a.yaml',
      'apiVersion: v1\nkind: Secret\nmetadata: { name: a }\nstringData:\n  server: https://a\n  name: a\n',
      [],
    ],
    ['a.md', 'Keys begin with BEGIN.\n', []],
    [
      'values.yaml',
      'grafana:\n  adminPassword: hunter2 # for now\nenv:\n  - name: DB_PASSWORD\n    value: hunter2\n',
      [
        'calls a text that stands there a secret',
        'calls a text that stands there a secret',
      ],
    ],
    [
      'values.yaml',
      'password: ${database.password}\npasswordKey: a\nsecretKey: token\nautomountServiceAccountToken: false\nenv:\n  - name: DB_PASSWORD\n    valueFrom: {}\n',
      [],
    ],
    ['a.java', 'password: hunter2\n', []],
  ])('%s: %s', (file, text, expected) => {
    expect(findOwnSecrets(file, text).map(({ what }) => what)).toEqual(
      expected,
    );
  });
});

describe('secrets/none', () => {
  it('finds tokens of others too, without saying them', async () => {
    const token = ['ghp', 'wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx'].join('_');
    const { problems } = await runOn(noSecrets, {
      tree: {
        'a.sh': `# Clones.\ngit clone https://${token}@github.com/a/b\n`,
        'b.sh': 'true\n',
      },
    });
    expect(problems).toMatchObject([{ file: 'a.sh', line: 2 }]);
    expect(JSON.stringify(problems)).not.toContain(token);
  });

  it('says once what two rules see', async () => {
    const { problems } = await runOn(noSecrets, {
      tree: { 'a.pem': `${KEY}\n` },
    });
    expect(problems).toMatchObject([
      { file: 'a.pem', line: 1, what: 'holds a private key' },
    ]);
  });
});

const pod = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: a }
spec:
  template:
    spec:
      imagePullSecrets: [{ name: registry }]
      containers:
        - envFrom: [{ secretRef: { name: env } }, { secretRef: { name: maybe, optional: true } }]
          env: [{ name: A, valueFrom: { secretKeyRef: { name: key, key: a } } }]
      volumes:
        - { name: v, secret: { secretName: files } }
        - { name: p, projected: { sources: [{ secret: { name: part } }] } }
        - { name: o, secret: { secretName: later, optional: true } }
`;

const routes = `apiVersion: traefik.io/v1alpha1
kind: IngressRoute
metadata: { name: web, namespace: a }
spec: { tls: { secretName: web-tls } }
---
apiVersion: traefik.io/v1alpha1
kind: Middleware
metadata: { name: auth, namespace: a }
spec: { basicAuth: { secret: users } }
---
apiVersion: cert-manager.io/v1
kind: ClusterIssuer
metadata: { name: letsencrypt }
spec:
  acme:
    privateKeySecretRef: { name: account }
    solvers: [{ dns01: { cloudflare: { apiTokenSecretRef: { name: token, key: t } } } }]
`;

const makers = `apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: env, namespace: a }
spec: { data: [{ remoteRef: { key: a } }] }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: other, namespace: a }
spec: { target: { name: key } }
---
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: { name: web, namespace: a }
spec: { secretName: web-tls }
---
apiVersion: secrets-store.csi.x-k8s.io/v1
kind: SecretProviderClass
metadata: { name: web, namespace: a }
spec: { secretObjects: [{ secretName: files }, { secretName: part }] }
`;

describe('findSecretReferences', () => {
  it('leaves out what a resource makes, and what is filled in later', () => {
    const references = findSecretReferences({
      group: 'external-secrets.io',
      kind: 'ExternalSecret',
      value: {
        spec: {
          target: { name: 'made' },
          secretStoreRef: { name: 'vault' },
        },
      },
    });
    expect(references).toEqual([]);
    expect(
      findSecretReferences({
        group: 'tekton.dev',
        kind: 'Task',
        value: {
          spec: { volumes: [{ secret: { secretName: '$(params.name)' } }] },
        },
      }),
    ).toEqual([]);
  });
});

describe('secrets/producers', () => {
  const run = (rendering: TestRendering) =>
    runOn(secretProducers, { renderings: [rendering] });

  it('names every Secret that nothing makes', async () => {
    const { problems } = await run({
      applications: [{ name: 'issuers', namespace: 'cert-manager' }],
      manifests: { web: pod, issuers: routes },
    });
    expect(
      problems.map(({ what }) => /names the Secret (\S+),/.exec(what)?.[1]),
    ).toEqual([
      'a/registry',
      'a/env',
      'a/key',
      'a/files',
      'a/part',
      'a/web-tls',
      'a/users',
      'cert-manager/token',
    ]);
  });

  it('knows who makes Secrets: manifests, and what an add-on says', async () => {
    const { problems, counts } = await run({
      applications: [
        { name: 'issuers', namespace: 'cert-manager' },
        { name: 'portal', addOn: testAddOn({ name: 'portal' }) },
      ],
      addOns: [
        testAddOn({
          name: 'portal',
          secrets: ['registry', 'users'].map(name => ({
            name,
            namespace: 'a',
            from: 'somebody',
          })),
        }),
      ],
      manifests: {
        web: pod,
        issuers: routes.replace('name: token', 'name: account'),
        makers,
      },
    });
    expect(said(problems)).toEqual([]);
    expect(counts.references).toBe(8);
  });

  it('asks the add-on of another cluster for nothing', async () => {
    const { problems } = await run({
      applications: [
        {
          name: 'portal',
          cluster: 'other',
          addOn: testAddOn({ name: 'portal' }),
        },
      ],
      addOns: [
        testAddOn({
          name: 'portal',
          secrets: [{ name: 'env', namespace: 'a', from: 'somebody' }],
        }),
      ],
      manifests: {
        web: 'apiVersion: v1\nkind: Pod\nmetadata: { name: a, namespace: a }\nspec: { containers: [{ envFrom: [{ secretRef: { name: env } }] }] }\n',
      },
    });
    expect(problems).toHaveLength(1);
  });

  it('reads values that name a Secret', async () => {
    const { problems } = await run({
      releases: [
        {
          chart: 'grafana',
          values: {
            admin: { existingSecret: 'grafana-admin' },
            grafana: { envFrom: [{ secretRef: { name: 'oauth' } }] },
            tls: { secretName: 'the chart makes it' },
          },
        },
      ],
    });
    expect(said(problems)).toEqual([
      'infrastructure/grafana/values/default.yaml grafana.envFrom.0.secretRef names the Secret grafana/oauth, which nothing makes',
      'infrastructure/grafana/values/default.yaml admin.existingSecret names the Secret grafana/grafana-admin, which nothing makes',
    ]);
  });
});
