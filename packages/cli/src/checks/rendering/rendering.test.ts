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

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { changedTree } from '../../tree';
import { planRender } from '../../render';
import { smallTree } from '../../__testUtils__/smallTree';
import type { Tools } from '../tools';
import { compareWaves } from './compareWaves';
import { createRenderer } from './createRenderer';
import { inParallel } from './inParallel';
import { kustomizationFolders } from './kustomizationFolders';
import { SAMPLES } from './sampleApplications';
import { withoutRemoteBases } from './withoutRemoteBases';

/** Prints what a kustomization or a chart would become, and remembers how it was called. */
function fakeTools(online = false) {
  const calls: { name: string; args: string[]; input?: string }[] = [];
  const tools: Tools = {
    online,
    find: name => name,
    async run(name, args, options) {
      calls.push({ name, args, input: options?.input });
      if (name === 'kustomize') {
        const text = readFileSync(
          path.join(args[1], 'kustomization.yaml'),
          'utf8',
        );
        return text.includes('route.yaml')
          ? {
              code: 0,
              stderr: '',
              stdout: `apiVersion: traefik.io/v1alpha1
kind: IngressRoute
metadata: { name: dashboard, namespace: traefik }
---
apiVersion: v1
kind: List
items:
  - { apiVersion: v1, kind: ConfigMap, metadata: { name: made } }
`,
            }
          : { code: 1, stdout: '', stderr: 'no such base' };
      }
      return {
        code: 0,
        stderr: '',
        stdout: `---
# Source: my-microservice/templates/deployment.yaml
apiVersion: apps/v1
kind: Deployment
metadata: { name: welcome }
`,
      };
    },
  };
  return { tools, calls };
}

const tree = () => {
  const small = new Map([
    ...smallTree(),
    ['charts/my-microservice/Chart.yaml', 'name: my-microservice\n'],
    ['charts/my-microservice/ci/dev-values.yaml', 'replicas: 1\n'],
    [
      'workloads/whoami/overlays/dev/kustomization.yaml',
      'resources: [route.yaml]\n',
    ],
  ]);
  return changedTree(small, planRender(small));
};

describe('createRenderer', () => {
  it('renders what Argo CD would deploy, and knows where it comes from', async () => {
    const { tools, calls } = fakeTools();
    const rendering = await createRenderer({ tools, say: () => {} })(
      'platform.yaml',
      tree(),
    );
    expect(rendering.applications.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['root', 'traefik-in-cluster', 'welcome-dev']),
    );
    const find = (kind: string, name: string) =>
      rendering.manifests.find(one => one.kind === kind && one.name === name);
    expect(find('IngressRoute', 'dashboard')).toMatchObject({
      file: 'infrastructure/traefik/cluster/route.yaml',
      line: 2,
      application: {
        addOn: { name: 'traefik' },
        part: 'config',
        cluster: 'in-cluster',
      },
    });
    expect(find('ConfigMap', 'made')).toMatchObject({
      file: 'clusters/in-cluster/traefik/kustomization.yaml',
    });
    expect(find('Deployment', 'welcome')).toMatchObject({
      file: 'charts/my-microservice/templates/deployment.yaml',
    });
    // Plain files of bootstrap/apps, which the root Application collects.
    expect(find('AppProject', 'platform')?.file).toMatch(
      /^bootstrap\/apps\/projects\//,
    );
    expect(calls.filter(({ name }) => name === 'helm')[0].args).toEqual(
      expect.arrayContaining(['template', '--include-crds', '--values']),
    );
  });

  it('puts the values of charts together as Argo CD does, with what Terraform hands over', async () => {
    const { tools } = fakeTools();
    const { releases } = await createRenderer({ tools, say: () => {} })(
      'platform.yaml',
      tree(),
    );
    const argocd = releases.find(({ chart }) => chart === 'argo-cd');
    expect(argocd).toMatchObject({
      version: '10.1.1',
      files: [
        'infrastructure/argocd/values/default.yaml',
        'clusters/in-cluster/argocd/values.yaml',
      ],
      values: { configs: { params: { gateway: true, ports: [3] } } },
    });
    const traefik = releases.find(({ chart }) => chart === 'traefik');
    expect(traefik?.values).toMatchObject({
      service: { annotations: { cert: 'from-terraform-acm-certificate-arn' } },
    });
  });

  it('says what the tool said where something cannot be rendered', async () => {
    const { tools } = fakeTools();
    const broken = new Map(tree());
    broken.set(
      'clusters/in-cluster/traefik/kustomization.yaml',
      'resources: [gone.yaml]\n',
    );
    const { problems } = await createRenderer({ tools, say: () => {} })(
      'platform.yaml',
      broken,
    );
    expect(problems).toContainEqual({
      file: 'clusters/in-cluster/traefik',
      what: 'traefik-config-in-cluster cannot be rendered: kustomize: no such base',
      mend: expect.any(String),
    });
  });

  it('takes the name of a release for no option, and values from where Argo CD does', async () => {
    const { tools, calls } = fakeTools();
    const file = 'applications/dev/welcome/application.yaml';
    const given = tree();
    const text = given.get(file) ?? '';
    const service = parse(text);
    service.spec.source.helm = {
      releaseName: '--post-renderer=x',
      valueFiles: ['$values/applications/dev/welcome/values.yaml', 'own.yaml'],
    };
    await createRenderer({ tools, say: () => {} })(
      'platform.yaml',
      new Map([...given, [file, stringify(service)]]),
    );
    const { args } = calls.find(one => one.args.join(' ').includes('=x')) ?? {
      args: [],
    };
    expect(args.slice(-3, -1)).toEqual(['--', '--post-renderer=x']);
    expect(args).toContainEqual(
      expect.stringMatching(
        /check-\w+\/applications\/dev\/welcome\/values.yaml$/,
      ),
    );
    expect(args).toContainEqual(
      expect.stringMatching(/charts\/my-microservice\/own.yaml$/),
    );
  });

  it('renders nothing twice, and charts of others only with the network', async () => {
    const { tools, calls } = fakeTools(true);
    const render = createRenderer({ tools, say: () => {} });
    await render('platform.yaml', tree());
    const before = calls.length;
    const pulled = calls.find(
      ({ args }) =>
        args.includes('oci://quay.io/jetstack/charts/cert-manager') ||
        args.includes('argo-cd'),
    );
    expect(pulled?.args).toContain('--version');
    await render('again', tree());
    const again = calls
      .slice(before)
      .filter(({ args }) => !args.includes('--version'));
    expect(again).toEqual([]);
  });

  it('renders what the tree offers: charts with their ci values, workloads', async () => {
    const { tools } = fakeTools();
    const { applications, isSample } = await createRenderer({
      tools,
      say: () => {},
    })(SAMPLES, tree());
    expect(isSample).toBe(true);
    expect(applications.map(({ name }) => name).sort()).toEqual([
      'my-microservice-dev-values',
      'whoami-dev',
    ]);
  });
});

describe('withoutRemoteBases', () => {
  it('leaves out what is fetched, and says what', () => {
    const file = 'infrastructure/gateway-api/config/base/kustomization.yaml';
    const url =
      'https://github.com/kubernetes-sigs/gateway-api/releases/download/v1.5.1/a.yaml';
    const { tree: local, remote } = withoutRemoteBases(
      new Map([
        [file, `# Why.\nresources:\n  - ${url}\n  - own.yaml\n`],
        ['b/kustomization.yaml', 'resources:\n  - own.yaml # https://docs\n'],
      ]),
    );
    expect(remote).toEqual([{ file, url }]);
    expect(local.get(file)).toBe('# Why.\nresources:\n  - own.yaml\n');
    expect(local.get('b/kustomization.yaml')).toContain('https://docs');
  });
});

describe('kustomizationFolders', () => {
  it('follows bases and components, once each', () => {
    const folders = kustomizationFolders(
      new Map([
        [
          'a/kustomization.yaml',
          'resources: [../b, own.yaml]\ncomponents: [../c]\n',
        ],
        ['a/own.yaml', ''],
        ['b/kustomization.yaml', 'resources: [../c]\n'],
        ['c/kustomization.yaml', 'resources: []\n'],
      ]),
      'a',
    );
    expect(folders).toEqual(['a', 'b', 'c']);
  });
});

describe('compareWaves', () => {
  it.each([
    [[0, -10], [0, 5], true],
    [[0, 5], [0, 5, 0], false],
    [[0, 5, -1], [0, 5], true],
    [[1], [0, 9], false],
  ])('%j before %j: %s', (a, b, expected) => {
    expect(compareWaves(a, b) < 0).toBe(expected);
  });
});

describe('inParallel', () => {
  it('keeps the order, and to its bound', async () => {
    let running = 0;
    let most = 0;
    const answers = await inParallel([3, 1, 2, 0], 2, async item => {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
      return item * 2;
    });
    expect(answers).toEqual([6, 2, 4, 0]);
    expect(most).toBe(2);
  });
});
