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

import { readdirSync, readFileSync } from 'fs';
import { join, resolve } from 'path';
import { parse } from 'yaml';
import { GitOpsRepositoryConfig } from '../config';
import { readPlatform } from '../platform';
import { planServiceFiles } from './planServiceFiles';
import { PlannedFile, ServiceRequest } from './ServiceRequest';

const tree = resolve(__dirname, '../../../../gitops-platform');
const platform = readPlatform(
  readFileSync(join(tree, 'platform.yaml'), 'utf8'),
);

const repository: GitOpsRepositoryConfig = {
  url: 'https://github.com/acme/gitops-platform',
  branch: 'main',
  path: 'applications/{environment}/{service}',
  version: { kind: 'helm-values', file: 'values.yaml', paths: ['image.tag'] },
};

const orders: ServiceRequest = {
  name: 'orders',
  entityRef: 'component:default/orders',
  owner: 'group:default/team-shop',
  environments: ['dev'],
  host: 'orders',
  port: 8080,
  replicas: 1,
  size: 'small',
  secrets: ['database'],
  chart: 'platform',
  repositoryUrl: 'https://github.com/acme/orders',
};
const application = 'applications/dev/orders/application.yaml';
const values = 'applications/dev/orders/values.yaml';

function plan(
  request: Partial<ServiceRequest>,
  existing: Record<string, string> = {},
): PlannedFile[] {
  return planServiceFiles({
    request: { ...orders, ...request },
    platform,
    repository,
    existing: new Map(Object.entries(existing)),
  });
}

function contents(files: PlannedFile[]): Record<string, string> {
  return Object.fromEntries(files.map(file => [file.path, file.content]));
}

/** The lines that only one of two texts has. */
function difference(before: string, after: string): string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return [
    ...old.filter(line => !now.includes(line)).map(line => `-${line}`),
    ...now.filter(line => !old.includes(line)).map(line => `+${line}`),
  ];
}

describe('planServiceFiles', () => {
  it('writes what says the same to a reader of YAML 1.1, as Argo CD and Helm are', () => {
    const [dev, ...others] = platform.environments;
    const files = planServiceFiles({
      request: {
        ...orders,
        host: undefined,
        environments: ['no'],
        secrets: ['yes', 'on'],
      },
      platform: {
        ...platform,
        placeholderImage: { repository: 'ghcr.io/acme/app', tag: '1_0' },
        environments: [{ ...dev, name: 'no', cluster: 'off' }, ...others],
      },
      repository,
      existing: new Map(),
    });
    const [app, chart] = files.map(({ content }) =>
      parse(content, { version: '1.1' }),
    );
    expect(app.metadata.labels.environment).toBe('no');
    expect(app.spec.destination.name).toBe('off');
    expect(chart.image.tag).toBe('1_0');
    expect(chart.secrets.names).toEqual(['yes', 'on']);
  });

  it('writes an Application and its values for each environment', () => {
    const files = plan({ environments: ['dev', 'production'] });
    expect(files.map(({ path, change }) => [path, change])).toEqual([
      ['applications/dev/orders/application.yaml', 'added'],
      ['applications/dev/orders/values.yaml', 'added'],
      ['applications/production/orders/application.yaml', 'added'],
      ['applications/production/orders/values.yaml', 'added'],
    ]);
    expect(parse(files[2].content)).toEqual({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: {
        name: 'orders-production',
        namespace: 'argocd',
        labels: {
          'app.kubernetes.io/name': 'orders',
          environment: 'production',
        },
        annotations: { 'backstage.io/entity-ref': 'component:default/orders' },
        finalizers: ['resources-finalizer.argocd.argoproj.io'],
      },
      spec: {
        project: 'workloads-production',
        source: {
          repoURL: 'https://github.com/acme/gitops-platform.git',
          path: 'charts/my-microservice',
          targetRevision: 'main',
          helm: {
            releaseName: 'orders',
            valueFiles: ['/applications/production/orders/values.yaml'],
          },
        },
        destination: { name: 'in-cluster', namespace: 'orders-production' },
        syncPolicy: {
          automated: { prune: true, selfHeal: true },
          syncOptions: ['CreateNamespace=true'],
          managedNamespaceMetadata: {
            labels: {
              'pod-security.kubernetes.io/audit': 'restricted',
              'pod-security.kubernetes.io/warn': 'restricted',
              'pod-security.kubernetes.io/enforce': 'privileged',
            },
            annotations: { 'linkerd.io/inject': 'enabled' },
          },
          retry: {
            limit: 5,
            backoff: { duration: '10s', factor: 2, maxDuration: '3m' },
          },
        },
      },
    });
    expect(files[1].content).toMatchInlineSnapshot(`
      "# orders in dev. Every key is described in charts/my-microservice/values.yaml.

      # The version. Written by the service's CI alone, all of it at once; until then the
      # platform's placeholder runs, and sourceRevision, the commit that was built, is empty.
      image:
        repository: ghcr.io/stefanprodan/podinfo
        tag: 6.9.2
        digest: ''
        sourceRevision: ''

      replicas: 1
      size: small

      service:
        port: 8080

      route:
        host: orders.dev.acme.example

      # Names only. Each is read from <path>/<name> of the secret store.
      secrets:
        store:
          kind: ClusterSecretStore
          name: vault
        path: dev/orders
        names:
          - database
      "
    `);
    expect(files[3].content).toContain(
      'Written by promotion pull requests alone',
    );
  });

  it('leaves the route out without a host and the secrets without names', () => {
    expect(
      parse(contents(plan({ host: undefined, secrets: [] }))[values]),
    ).toEqual({
      image: {
        repository: 'ghcr.io/stefanprodan/podinfo',
        tag: '6.9.2',
        digest: '',
        sourceRevision: '',
      },
      replicas: 1,
      size: 'small',
      service: { port: 8080 },
    });
  });

  it("takes a service's own chart from its repository and the values from this one", () => {
    expect(
      parse(contents(plan({ chart: 'own' }))[application]).spec.sources,
    ).toEqual([
      {
        repoURL: 'https://github.com/acme/orders.git',
        path: 'chart',
        targetRevision: 'main',
        helm: {
          releaseName: 'orders',
          valueFiles: ['$values/applications/dev/orders/values.yaml'],
        },
      },
      {
        repoURL: 'https://github.com/acme/gitops-platform.git',
        targetRevision: 'main',
        ref: 'values',
      },
    ]);
  });

  it('keeps an own chart at a commit where CI does not write', () => {
    const request: ServiceRequest = {
      ...orders,
      chart: 'own',
      environments: ['dev', 'staging', 'production'],
    };
    const planned = (
      existing: Record<string, string>,
      chartRevision?: string,
    ) =>
      contents(
        planServiceFiles({
          request,
          platform,
          repository,
          existing: new Map(Object.entries(existing)),
          chartRevision,
        }),
      );
    expect(() => planned({})).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringMatching(
          /environments: found staging, production with chart own, .*start with dev alone/,
        ),
      }),
    );

    const first = planned({}, 'c0ffee1');
    expect(
      request.environments.map(
        environment =>
          parse(first[`applications/${environment}/orders/application.yaml`])
            .spec.sources[0].targetRevision,
      ),
    ).toEqual(['main', 'c0ffee1', 'c0ffee1']);
    expect(planned(first, 'badcafe')).toEqual(first);
    // What is there stays, also where the repository cannot be read.
    expect(planned(first)).toEqual(first);

    const platformChart = contents(
      plan({ environments: request.environments }),
    );
    expect(() => planned(platformChart)).toThrow('found staging, production');
    expect(
      planned(platformChart, 'c0ffee1')[
        'applications/staging/orders/application.yaml'
      ],
    ).toContain('targetRevision: c0ffee1');
  });

  it.each<[string, Partial<ServiceRequest>]>([
    ['the platform chart', {}],
    ['an own chart', { chart: 'own' }],
    ['no route', { host: undefined }],
    ['no secrets', { secrets: [] }],
    ['all environments', { environments: ['dev', 'staging', 'production'] }],
  ])('changes nothing the second time: %s', (_, request) => {
    const first = plan(request);
    const second = plan(request, contents(first));
    expect(second.map(({ change }) => change)).toEqual(
      first.map(() => 'unchanged'),
    );
    expect(contents(second)).toEqual(contents(first));
  });

  it.each<[string, Partial<ServiceRequest>, string[]]>([
    [
      'another number of replicas',
      { replicas: 3 },
      ['-replicas: 1', '+replicas: 3'],
    ],
    ['another size', { size: 'large' }, ['-size: small', '+size: large']],
    ['another port', { port: 3000 }, ['-  port: 8080', '+  port: 3000']],
    [
      'another host',
      { host: 'shop' },
      ['-  host: orders.dev.acme.example', '+  host: shop.dev.acme.example'],
    ],
    [
      'no host',
      { host: undefined },
      ['-  host: orders.dev.acme.example', "+  host: ''"],
    ],
    ['one more secret', { secrets: ['database', 'mail'] }, ['+    - mail']],
    [
      'another secret',
      { secrets: ['mail'] },
      ['-    - database', '+    - mail'],
    ],
  ])('touches only the lines that differ: %s', (_, request, lines) => {
    const before = contents(plan({}));
    const after = plan(request, before);
    expect(after.map(({ change }) => change)).toEqual([
      'unchanged',
      'modified',
    ]);
    expect(difference(before[values], after[1].content)).toEqual(lines);
    expect(plan(request, contents(after)).map(({ change }) => change)).toEqual([
      'unchanged',
      'unchanged',
    ]);
  });

  it('can drop all secrets, and bring a route and secrets back', () => {
    const bare = plan({ host: undefined, secrets: [] }, contents(plan({})));
    expect(parse(bare[1].content)).toMatchObject({
      route: { host: '' },
      secrets: { names: [] },
    });
    const full = plan({}, contents(bare));
    expect(parse(full[1].content)).toEqual(parse(contents(plan({}))[values]));
    const fromNothing = plan(
      {},
      contents(plan({ host: undefined, secrets: [] })),
    );
    expect(parse(fromNothing[1].content)).toEqual(
      parse(contents(plan({}))[values]),
    );
  });

  it("keeps CI's version, comments and what reviewers added", () => {
    const before = contents(plan({}));
    before[values] = [
      '# Reviewed by the platform team',
      'image: {repository: ghcr.io/acme/orders, tag: "1.10", digest: \'\', sourceRevision: 5e1d2c0}  # CI',
      'replicas:   1   # more after the launch',
      'size: small',
      'service: { port: 8080 }',
      'route:',
      '  host: orders.dev.acme.example',
      '  middlewares: [compress]',
      'autoscaling:',
      '  enabled: false',
      'secrets:',
      '  store: { kind: ClusterSecretStore, name: vault }',
      '  path: dev/orders',
      '  names:',
      '    - database # of the shop',
    ].join('\r\n');
    before[application] = before[application].replace(
      'syncOptions:',
      'syncOptions:\n      - ApplyOutOfSyncOnly=true # asked for by ops',
    );

    expect(plan({}, before).map(({ change }) => change)).toEqual([
      'unchanged',
      'unchanged',
    ]);
    const [unchanged, changed] = plan({ replicas: 2 }, before);
    expect(unchanged.content).toBe(before[application]);
    expect(changed.content).toBe(
      before[values].replace('replicas:   1 ', 'replicas:   2 '),
    );
  });

  it('puts project, destination and labels of an Application right', () => {
    const before = contents(plan({}));
    const broken = {
      ...before,
      [application]: before[application]
        .replace('project: workloads-dev', 'project: default')
        .replace('namespace: orders-dev', 'namespace: kube-system')
        .replace('environment: dev', 'environment: production'),
    };
    expect(contents(plan({}, broken))).toEqual(before);
  });

  it('moves a service to its own chart and back', () => {
    const before = contents(plan({}));
    const own = contents(plan({ chart: 'own' }, before));
    expect(parse(own[application])).toEqual(
      parse(contents(plan({ chart: 'own' }))[application]),
    );
    expect(parse(contents(plan({}, own))[application])).toEqual(
      parse(before[application]),
    );
  });

  it.each<[string, Record<string, string>, string, string]>([
    [
      'an Application of another entity',
      {
        [application]:
          'metadata: { annotations: { backstage.io/entity-ref: component:default/other } }',
      },
      'ConflictError',
      'applications/dev/orders/application.yaml belongs to component:default/other, not to component:default/orders; choose another name',
    ],
    [
      'an Application that names no entity',
      { [application]: 'kind: Application' },
      'ConflictError',
      'does not say whose it is',
    ],
    [
      'values without an Application',
      { [values]: 'replicas: 1' },
      'ConflictError',
      'without an application.yaml',
    ],
    [
      'an Application that does not parse',
      { [application]: 'a: [' },
      'InputError',
      'applications/dev/orders/application.yaml is not valid YAML; put it right in Git first',
    ],
    [
      'values that are a list',
      { ...contents(plan({})), [values]: '- a' },
      'InputError',
      'applications/dev/orders/values.yaml does not hold a YAML map',
    ],
  ])('refuses %s', (_, existing, name, message) => {
    expect(() => plan({}, existing)).toThrow(
      expect.objectContaining({
        name,
        message: expect.stringContaining(message),
      }),
    );
  });

  it('leaves out the list of registries where the repository has none or it needs no change', () => {
    const list = 'terraform/global/ecr/services.json';
    const files = plan({}, { [list]: '{}\n' });
    expect(files.at(-1)).toEqual({
      path: list,
      content: '{\n  "orders": "orders"\n}\n',
      change: 'modified',
    });
    expect(plan({}, contents(files)).map(({ path }) => path)).toEqual([
      application,
      values,
    ]);
    expect(plan({}).map(({ path }) => path)).toEqual([application, values]);
  });

  it.each<[string, string[], RegExp]>([
    ['welcome', ['dev', 'production'], /./],
    // Its values were tuned by hand.
    ['orders', ['dev', 'staging', 'production'], /application\.yaml$/],
  ])(
    'agrees with %s, as the platform ships it',
    (name, environments, which) => {
      const shipped = (path: string) => [
        path,
        readFileSync(join(tree, path), 'utf8'),
      ];
      const existing = Object.fromEntries([
        shipped('terraform/global/ecr/services.json'),
        ...environments.flatMap(environment => {
          const folder = `applications/${environment}/${name}`;
          return readdirSync(join(tree, folder)).map(file =>
            shipped(`${folder}/${file}`),
          );
        }),
      ]);
      const files = plan(
        {
          name,
          entityRef: `component:default/${name}`,
          host: name,
          environments,
          secrets: ['database'],
          repositoryUrl: `https://github.com/acme/${name}`,
        },
        existing,
      );
      expect(files).toHaveLength(2 * environments.length);
      expect(
        files.filter(
          ({ path, change }) => which.test(path) && change !== 'unchanged',
        ),
      ).toEqual([]);
    },
  );
});
