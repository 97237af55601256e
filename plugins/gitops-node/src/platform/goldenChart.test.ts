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

import { execFileSync } from 'child_process';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'fs';
import { tmpdir } from 'os';
import { join, resolve } from 'path';
import { parse, parseAllDocuments, stringify } from 'yaml';

const root = resolve(__dirname, '../../../..');
const chart = join(root, 'gitops-platform/charts/my-microservice');
const environments = ['dev', 'staging', 'production'];

interface Resource {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace: string;
    labels: Record<string, string>;
    annotations?: Record<string, string>;
  };
  spec: Partial<DeploymentSpec> & {
    routes?: { services: object[] }[];
    tls?: object;
  };
}

/** As much of it as is looked at one by one. */
interface DeploymentSpec {
  replicas: number;
  selector: { matchLabels: Record<string, string> };
  template: {
    metadata: {
      labels: Record<string, string>;
      annotations: Record<string, string>;
    };
    spec: {
      containers: { image: string; env: object[]; envFrom?: object[] }[];
      topologySpreadConstraints: { topologyKey: string }[];
    };
  };
}

let directory: string;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'golden-chart-'));
});

afterAll(() => rmSync(directory, { recursive: true, force: true }));

function helm(...args: string[]): string {
  const ofProject = join(root, '.toolchain/bin/helm');
  const binary =
    process.env.GITOPS_HELM ?? (existsSync(ofProject) ? ofProject : 'helm');
  return execFileSync(binary, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, HOME: directory },
  });
}

function render(values: unknown, environment = 'dev'): Resource[] {
  const file = join(directory, 'values.yaml');
  writeFileSync(file, stringify(values));
  const output = helm(
    ...['template', 'orders', chart, '--values', file],
    ...['--namespace', `orders-${environment}`],
  );
  return parseAllDocuments(output).map(document => document.toJS());
}

function ciValues(environment: string) {
  return parse(
    readFileSync(join(chart, `ci/${environment}-values.yaml`), 'utf8'),
  );
}

function kinds(resources: Resource[]): string[] {
  return resources.map(({ kind }) => kind).sort();
}

function only(resources: Resource[], kind: string): Resource {
  const found = resources.filter(resource => resource.kind === kind);
  expect(found).toHaveLength(1);
  return found[0];
}

function deployment(
  resources: Resource[],
): Resource & { spec: DeploymentSpec } {
  const { spec, ...rest } = only(resources, 'Deployment');
  if (!spec.template || !spec.selector) {
    throw new Error('The Deployment has no pod template or no selector');
  }
  return { ...rest, spec: spec as DeploymentSpec };
}

describe('the golden chart', () => {
  it.each(environments)('passes helm lint with the values of %s', name => {
    expect(
      helm(
        'lint',
        chart,
        '--strict',
        '--values',
        join(chart, `ci/${name}-values.yaml`),
      ),
    ).toContain('0 chart(s) failed');
  });

  it('has a service, its account and one pod by default, nothing else', () => {
    const resources = render({});
    expect(kinds(resources)).toEqual([
      'Deployment',
      'Service',
      'ServiceAccount',
    ]);
    expect(only(resources, 'Deployment').spec.replicas).toBe(1);
    expect(only(resources, 'ServiceAccount')).toMatchObject({
      automountServiceAccountToken: false,
    });
  });

  it('brings in each environment what its values ask for, all in its namespace', () => {
    const rendered = Object.fromEntries(
      environments.map(name => [name, render(ciValues(name), name)]),
    );
    expect(kinds(rendered.dev)).toEqual([
      'Deployment',
      'IngressRoute',
      'Service',
      'ServiceAccount',
    ]);
    expect(kinds(rendered.staging)).toEqual([
      'Deployment',
      'ExternalSecret',
      'IngressRoute',
      'PodDisruptionBudget',
      'Service',
      'ServiceAccount',
    ]);
    expect(kinds(rendered.production)).toEqual([
      'Deployment',
      'ExternalSecret',
      'ExternalSecret',
      'HorizontalPodAutoscaler',
      'IngressRoute',
      'PodDisruptionBudget',
      'Service',
      'ServiceAccount',
    ]);
    for (const name of environments) {
      for (const resource of rendered[name]) {
        expect(resource.metadata.namespace).toBe(`orders-${name}`);
        expect(resource.metadata.labels['app.kubernetes.io/name']).toBe(
          'orders',
        );
      }
    }
  });

  it.each(environments)(
    'runs pods in %s under the restricted standard',
    name => {
      const { spec } = deployment(render(ciValues(name), name));
      const pod = spec.template.spec;
      expect(pod).toMatchObject({
        automountServiceAccountToken: false,
        enableServiceLinks: false,
        securityContext: {
          runAsNonRoot: true,
          runAsUser: 10001,
          seccompProfile: { type: 'RuntimeDefault' },
        },
        volumes: [{ name: 'tmp', emptyDir: { sizeLimit: '64Mi' } }],
      });
      expect(pod.containers).toHaveLength(1);
      expect(pod.containers[0]).toMatchObject({
        securityContext: {
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        },
        volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
        startupProbe: { httpGet: { path: '/healthz', port: 'http' } },
        livenessProbe: { httpGet: { path: '/healthz', port: 'http' } },
        readinessProbe: { httpGet: { path: '/readyz', port: 'http' } },
      });
      expect(
        pod.topologySpreadConstraints.map(item => item.topologyKey),
      ).toEqual(['topology.kubernetes.io/zone', 'kubernetes.io/hostname']);
      expect(spec.template.metadata.labels).toMatchObject(
        spec.selector.matchLabels,
      );
      expect(spec.template.metadata.labels).not.toHaveProperty([
        'helm.sh/chart',
      ]);
    },
  );

  it('lets the placeholder answer on the port until a first image is built', () => {
    const env = (values: unknown) =>
      deployment(render(values)).spec.template.spec.containers[0].env;
    expect(env({ service: { port: 8443 } })).toEqual([
      { name: 'PORT', value: '8443' },
      { name: 'PODINFO_PORT', value: '8443' },
    ]);
    expect(
      env({
        image: { sourceRevision: '5e1d2c0' },
        env: { LOG_LEVEL: 'debug' },
      }),
    ).toEqual([
      { name: 'PORT', value: '8080' },
      { name: 'LOG_LEVEL', value: 'debug' },
    ]);
  });

  it.each([
    [{ tag: '1.2.3' }, 'ghcr.io/acme/orders:1.2.3', '1.2.3'],
    [
      { tag: '1.2.3', digest: `sha256:${'a'.repeat(64)}` },
      `ghcr.io/acme/orders:1.2.3@sha256:${'a'.repeat(64)}`,
      '1.2.3',
    ],
    [
      { tag: '', digest: `sha256:${'a'.repeat(64)}` },
      `ghcr.io/acme/orders@sha256:${'a'.repeat(64)}`,
      'untagged',
    ],
    [
      { tag: `_${'v'.repeat(90)}` },
      `ghcr.io/acme/orders:_${'v'.repeat(90)}`,
      'v'.repeat(62),
    ],
  ])('names the image of %j and its version', (image, reference, version) => {
    const { spec, metadata } = deployment(
      render({ image: { repository: 'ghcr.io/acme/orders', ...image } }),
    );
    expect(spec.template.spec.containers[0].image).toBe(reference);
    expect(metadata.labels['app.kubernetes.io/version']).toBe(version);
  });

  it('carries the source commit, the mesh and the reload on secrets as annotations', () => {
    const { metadata, spec } = deployment(
      render(ciValues('production'), 'production'),
    );
    expect(metadata.annotations).toEqual({
      'reloader.stakater.com/auto': 'true',
    });
    expect(spec.template.metadata.annotations).toEqual({
      'gitops.platform/source-revision':
        '91c0ffee5e1d2c0a7b9f4e3d8c6a1b2f0e9d8c7b',
      'linkerd.io/inject': 'enabled',
    });
    expect(deployment(render({})).spec.template.metadata.annotations).toEqual({
      'gitops.platform/source-revision': '',
    });
  });

  it('leaves the number of pods to the autoscaler while there is one', () => {
    const resources = render(ciValues('production'), 'production');
    expect(only(resources, 'Deployment').spec).not.toHaveProperty('replicas');
    expect(only(resources, 'HorizontalPodAutoscaler').spec).toMatchObject({
      scaleTargetRef: {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        name: 'orders',
      },
      minReplicas: 3,
      maxReplicas: 12,
    });
  });

  it.each([
    ['one replica', { replicas: 1 }, false],
    ['two replicas', { replicas: 2 }, true],
    [
      'two replicas, switched off',
      { replicas: 2, disruptionBudget: { enabled: false } },
      false,
    ],
    [
      'an autoscaler that may go down to one',
      { replicas: 5, autoscaling: { enabled: true, minReplicas: 1 } },
      false,
    ],
    [
      'an autoscaler that keeps two',
      { autoscaling: { enabled: true, minReplicas: 2 } },
      true,
    ],
  ])(
    'has a disruption budget only where it cannot block: %s',
    (_, values, expected) => {
      expect(kinds(render(values)).includes('PodDisruptionBudget')).toBe(
        expected,
      );
    },
  );

  it('routes through Traefik, to the Service itself where a mesh balances', () => {
    const production = only(
      render(ciValues('production'), 'production'),
      'IngressRoute',
    );
    expect(production.apiVersion).toBe('traefik.io/v1alpha1');
    expect(production.spec).toEqual({
      entryPoints: ['websecure'],
      routes: [
        {
          kind: 'Rule',
          match: 'Host(`orders.acme.example`)',
          middlewares: [{ name: 'secure-headers' }],
          services: [
            { kind: 'Service', name: 'orders', port: 'http', nativeLB: true },
          ],
        },
      ],
    });
    const dev = only(render(ciValues('dev')), 'IngressRoute');
    // The entry point decides: one that gets plain HTTP from a load balancer would not match a route that asks for TLS.
    expect(dev.spec.tls).toBeUndefined();
    expect(dev.spec.routes?.[0].services[0]).not.toHaveProperty('nativeLB');
  });

  it('brings each secret in by name and hands its keys to the pod', () => {
    const resources = render(ciValues('staging'), 'staging');
    const secret = only(resources, 'ExternalSecret');
    expect(secret).toMatchObject({
      apiVersion: 'external-secrets.io/v1',
      metadata: { name: 'orders-database' },
      spec: {
        secretStoreRef: { kind: 'ClusterSecretStore', name: 'vault' },
        target: { name: 'orders-database' },
        dataFrom: [{ extract: { key: 'staging/orders/database' } }],
      },
    });
    expect(
      deployment(resources).spec.template.spec.containers[0].envFrom,
    ).toEqual([{ secretRef: { name: 'orders-database' } }]);
  });

  it('pulls from a private registry with the secrets that are named, and with none by default', () => {
    const account = (values: unknown) => only(render(values), 'ServiceAccount');
    expect(account({})).not.toHaveProperty('imagePullSecrets');
    expect(
      account({ imagePullSecrets: [{ name: 'registry' }, { name: 'mirror' }] }),
    ).toMatchObject({
      automountServiceAccountToken: false,
      imagePullSecrets: [{ name: 'registry' }, { name: 'mirror' }],
    });
  });

  it.each<[string, unknown, string]>([
    [
      'a pull secret without a name',
      { imagePullSecrets: ['registry'] },
      '/imagePullSecrets/0',
    ],
    ['an unknown key', { replica: 2 }, "'replica'"],
    ['an unknown key of the image', { image: { name: 'x' } }, "'name'"],
    ['an unknown key of the service', { service: { ports: 1 } }, "'ports'"],
    ['an unknown key of the route', { route: { hosts: [] } }, "'hosts'"],
    [
      'an unknown key of the TLS',
      { route: { tls: { secret: '' } } },
      "'secret'",
    ],
    [
      'an unknown key of the secrets',
      { secrets: { store: { kind: 'SecretStore', name: 'a', ref: 1 } } },
      "'ref'",
    ],
    [
      'an unknown key of the autoscaling',
      { autoscaling: { memory: 1 } },
      "'memory'",
    ],
    [
      'an unknown key of the budget',
      { disruptionBudget: { minAvailable: 1 } },
      "'minAvailable'",
    ],
    [
      'an unknown key of the account',
      { serviceAccount: { create: true } },
      "'create'",
    ],
    ['a tag that is a number', { image: { tag: 1.2 } }, '/image/tag'],
    ['a moving tag', { image: { tag: 'latest' } }, '/image/tag'],
    ['neither tag nor digest', { image: { tag: '' } }, '/image'],
    [
      'a source commit that YAML read as a number',
      { image: { sourceRevision: 1234567 } },
      '/image/sourceRevision',
    ],
    ['no replica', { replicas: 0 }, '/replicas'],
    ['an unknown size', { size: 'huge' }, '/size'],
    ['a port of root', { service: { port: 80 } }, '/service/port'],
    ['a host with a scheme', { route: { host: 'https://a.b' } }, '/route/host'],
    [
      'secrets without their path',
      { secrets: { names: ['database'] } },
      '/secrets/path',
    ],
    ['an unknown mesh', { mesh: 'consul' }, '/mesh'],
    ['root', { runAsUser: 0 }, '/runAsUser'],
    ['a port given twice', { env: { PORT: '1' } }, 'PORT'],
    [
      'an autoscaler upside down',
      { autoscaling: { enabled: true, minReplicas: 5, maxReplicas: 2 } },
      'minReplicas is above',
    ],
  ])('refuses %s', (_, values, message) => {
    expect(() => render(values)).toThrow(message);
  });
});
