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

import { rmSync, symlinkSync } from 'fs';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import {
  GitOpsConfig,
  planServiceFiles,
  readPlatform,
  ServiceRequest,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { ownChart } from '../chartCreate/ownChart';
import { exampleInput } from '../__testUtils__/exampleInput';
import { FakeGitOpsRepository } from '../__testUtils__/FakeGitOpsRepository';
import { helmBinary } from '../__testUtils__/helm';
import { platformTree } from '../__testUtils__/platformTree';
import { repositoriesOf } from '../__testUtils__/repositoriesOf';
import { GITOPS_URL, testConfig } from '../__testUtils__/testConfig';
import { createManifestsValidateAction } from './manifestsValidate';
import { examples } from './manifestsValidate.examples';

type Action = ReturnType<typeof createManifestsValidateAction>;
type Input = Parameters<Action['handler']>[0]['input'];
type Files = Record<string, string>;

const tree = platformTree();
const withHelm: GitOpsConfig = { ...testConfig, tools: { helm: helmBinary } };
const application = 'applications/dev/orders/application.yaml';
const values = 'applications/dev/orders/values.yaml';
const registries = 'terraform/global/ecr/services.json';
const byCi =
  "The charts were not rendered here; the repository's CI will validate them.";

function filesOf(request: Partial<ServiceRequest> = {}): Files {
  const planned = planServiceFiles({
    request: {
      name: 'orders',
      entityRef: 'component:default/orders',
      owner: 'group:default/team-shop',
      environments: ['dev'],
      host: 'orders',
      port: 8080,
      replicas: 2,
      size: 'small',
      secrets: ['database'],
      chart: 'platform',
      repositoryUrl: 'https://github.com/acme/orders',
      ...request,
    },
    platform: readPlatform(tree['platform.yaml']),
    repository: testConfig.repositories[0],
    existing: new Map(),
  });
  return Object.fromEntries(planned.map(file => [file.path, file.content]));
}

function chartFiles(
  features: Parameters<typeof ownChart>[0]['features'],
): Files {
  const prefix = 'charts/my-microservice/';
  const golden = Object.entries(tree).flatMap(
    ([path, text]): [string, string][] =>
      path.startsWith(prefix) ? [[path.slice(prefix.length), text]] : [],
  );
  return Object.fromEntries(
    ownChart({ files: new Map(golden), name: 'orders', features }),
  );
}

describe('gitops:manifests:validate', () => {
  const workspace = createMockDirectory();
  let gitops: FakeGitOpsRepository;

  beforeEach(() => {
    workspace.clear();
    gitops = new FakeGitOpsRepository(GITOPS_URL, tree);
  });

  async function run(
    content: Record<string, Files>,
    options: {
      input?: Input;
      config?: GitOpsConfig;
      others?: FakeGitOpsRepository[];
      signal?: AbortSignal;
    } = {},
  ) {
    workspace.setContent(content);
    const action = createManifestsValidateAction({
      config: options.config ?? testConfig,
      repositories: repositoriesOf(gitops, ...(options.others ?? [])),
    });
    const outputs: Record<string, unknown> = {};
    await action.handler({
      ...createMockActionContext<Input>({
        input: options.input ?? {},
        workspacePath: workspace.path,
      }),
      signal: options.signal,
      output: (name: string, value: unknown) => {
        outputs[name] = value;
      },
    });
    return outputs;
  }

  it('passes what the wizard writes and leaves rendering to CI (example 1)', async () => {
    const input = exampleInput<Input>(examples[0]);
    const gitopsFiles = filesOf({ environments: ['dev', 'production'] });
    expect(await run({ gitops: gitopsFiles }, { input })).toEqual({
      valid: true,
      checked: 4,
      rendered: false,
      note: `4 files are valid. ${byCi}`,
      findings: [],
    });
  });

  it('renders the charts where helm is configured', async () => {
    expect(
      await run({ gitops: filesOf() }, { config: withHelm }),
    ).toMatchObject({
      rendered: true,
      note: '2 files are valid, and the charts render.',
    });
  });

  it("checks against a service's own chart: in the workspace, or as its repository has it (example 2)", async () => {
    const input = exampleInput<Input>(examples[1]);
    const content = {
      gitops: filesOf({ chart: 'own' }),
      chart: chartFiles(['route', 'secrets']),
    };
    const options = { input, config: withHelm };
    expect(await run(content, options)).toMatchObject({
      rendered: true,
      findings: [],
    });
    const inGit = Object.fromEntries(
      Object.entries(chartFiles([])).map(([path, text]) => [
        `chart/${path}`,
        text,
      ]),
    );
    const others = [
      new FakeGitOpsRepository('https://github.com/acme/orders', inGit),
    ];
    await expect(run(content, { ...options, others })).rejects.toThrow(
      'applications/dev/orders/values.yaml: route is not known here; remove it or correct its spelling',
    );
  });

  it('says so where the own chart is not there yet', async () => {
    expect(
      await run({ gitops: filesOf({ chart: 'own' }) }, { config: withHelm }),
    ).toMatchObject({
      rendered: false,
      findings: [
        `${values}: the chart chart of https://github.com/acme/orders.git is not there yet or cannot be read from here, so the values were not checked`,
      ],
    });
  });

  it('takes the file that the workspace lacks from the open pull request', async () => {
    const files = filesOf();
    gitops.openFrom('gitops/orders', { ...tree, ...files });
    const input = { branch: 'gitops/orders' };
    const only = {
      [values]: files[values].replace('replicas: 2', 'replicas: 50'),
    };
    await expect(run({ gitops: only }, { input })).rejects.toThrow(
      `${values}: replicas must be <= 20, found 50`,
    );
    await expect(run({ gitops: only })).rejects.toThrow(
      `${application}: is missing`,
    );
  });

  it.each<[string, (files: Files) => Files, string]>([
    [
      'YAML that does not parse',
      f => ({ ...f, [values]: 'a: [' }),
      `${values}: is not valid YAML`,
    ],
    [
      'two documents',
      f => ({ ...f, [values]: 'a: 1\n---\nb: 1\n' }),
      `${values}: must hold one YAML document, a map`,
    ],
    [
      'another project',
      f => ({
        ...f,
        [application]: f[application].replace('workloads-dev', 'default'),
      }),
      'spec.project must be workloads-dev in applications/dev/orders, found default',
    ],
    [
      "another environment's project",
      f => ({
        ...f,
        [application]: f[application].replace(
          'workloads-dev',
          'workloads-production',
        ),
      }),
      'spec.project must be workloads-dev',
    ],
    [
      'another namespace',
      f => ({
        ...f,
        [application]: f[application].replace(
          'namespace: orders-dev',
          'namespace: kube-system',
        ),
      }),
      'spec.destination.namespace must be orders-dev in applications/dev/orders, found kube-system',
    ],
    [
      'another cluster',
      f => ({
        ...f,
        [application]: f[application].replace(
          'name: in-cluster',
          'name: production',
        ),
      }),
      'spec.destination.name must be in-cluster',
    ],
    [
      'another server',
      f => ({
        ...f,
        [application]: f[application].replace(
          'name: in-cluster',
          'server: https://1.2.3.4',
        ),
      }),
      'found https://1.2.3.4',
    ],
    [
      'another name',
      f => ({
        ...f,
        [application]: f[application].replace('name: orders-dev', 'name: root'),
      }),
      'metadata.name must be orders-dev',
    ],
    [
      "another namespace of Argo CD's",
      f => ({
        ...f,
        [application]: f[application].replace(
          'namespace: argocd',
          'namespace: apps',
        ),
      }),
      'metadata.namespace must be argocd',
    ],
    [
      'another environment',
      f => ({
        ...f,
        [application]: f[application].replace(
          'environment: dev',
          'environment: production',
        ),
      }),
      'metadata.labels.environment must be dev',
    ],
    [
      "somebody else's repository",
      f => ({
        ...f,
        [application]: f[application].replace(
          'https://github.com/acme/gitops-platform.git',
          'https://github.com/evil/chart.git',
        ),
      }),
      'spec.source.repoURL must be https://github.com/acme/gitops-platform.git or begin with https://github.com/acme/, found https://github.com/evil/chart.git',
    ],
    [
      "somebody else's repository, by way of ours",
      f => ({
        ...f,
        [application]: f[application].replace(
          'https://github.com/acme/gitops-platform.git',
          'https://github.com/acme/../evil/chart.git',
        ),
      }),
      'found https://github.com/acme/../evil/chart.git',
    ],
    [
      'an option of helm in place of a name',
      f => ({
        ...f,
        [application]: f[application].replace(
          'releaseName: orders',
          'releaseName: --output-dir=/tmp',
        ),
      }),
      'spec.source.helm.releaseName must match pattern',
    ],
    [
      'a chart outside the repository',
      f => ({
        ...f,
        [application]: f[application].replace(
          'path: charts',
          'path: ../charts',
        ),
      }),
      'spec.source.path must not leave the repository',
    ],
    [
      "somebody else's values",
      f => ({
        ...f,
        [application]: f[application].replace(
          '/applications/dev/orders/values',
          '/applications/dev/welcome/values',
        ),
      }),
      'spec.source.helm.valueFiles[0] must be a file of applications/dev/orders',
    ],
    [
      'values from the web',
      f => ({
        ...f,
        [application]: f[application].replace(
          '- /applications/dev/orders/values',
          '- https://evil.example/values',
        ),
      }),
      'valueFiles[0] must be a file of',
    ],
    [
      'inline values',
      f => ({
        ...f,
        [application]: f[application].replace(
          'releaseName: orders',
          'values: "replicas: 3"',
        ),
      }),
      'spec.source.helm.values is not known here',
    ],
    [
      'an operation',
      f => ({ ...f, [application]: `${f[application]}operation: {}\n` }),
      'operation is not known here; remove it or correct its spelling (known: apiVersion, kind, metadata, spec)',
    ],
    [
      'another kind',
      f => ({
        ...f,
        [application]: f[application].replace(
          'kind: Application',
          'kind: ApplicationSet',
        ),
      }),
      'kind must be Application, found "ApplicationSet"',
    ],
    [
      'an unknown environment',
      f => ({ 'applications/qa/orders/application.yaml': f[application] }),
      'applications/qa/orders/application.yaml: there is no environment qa; use dev, staging, production',
    ],
    [
      'a value that the schema refuses',
      f => ({ ...f, [values]: `${f[values]}\nreplica: 2\n` }),
      `${values}: replica is not known here`,
    ],
    [
      'a number where text is wanted',
      f => ({ ...f, [values]: f[values].replace('tag: 6.9.2', 'tag: 6.9') }),
      'image.tag must be text: put it in quotes, found 6.9 (Quoted where it looks like a number.)',
    ],
    [
      "somebody else's secrets",
      f => ({
        ...f,
        [values]: f[values].replace(
          'path: dev/orders',
          'path: production/payments',
        ),
      }),
      'secrets.path must be dev/orders or begin with dev/orders/, found production/payments',
    ],
    ...[
      ['another environment', 'orders.acme.example'],
      ['an environment below its domain', 'a.orders.dev.acme.example'],
      ['nobody here', 'orders.evil.example'],
    ].map(([whose, host]): [string, (f: Files) => Files, string] => [
      `a host of ${whose}`,
      f => ({
        ...f,
        [values]: f[values].replace(
          'host: orders.dev.acme.example',
          `host: ${host}`,
        ),
      }),
      `${values}: route.host must be one label and the domain of dev, such as orders.dev.acme.example, found ${host}`,
    ]),
    [
      'an unknown size',
      f => ({ ...f, [values]: f[values].replace('small', 'huge') }),
      'size must be one of small, medium, large, found "huge"',
    ],
  ])('refuses %s and says how to put it right', async (_, change, message) => {
    const files = filesOf();
    const changed = change(files);
    expect(changed).not.toEqual(files);
    await expect(run({ gitops: changed })).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(message),
    });
  });

  it('accepts a service that is added to the list of registries', async () => {
    const list = JSON.stringify({ orders: 'orders', welcome: 'welcome' });
    expect(
      await run({ gitops: { ...filesOf(), [registries]: list } }),
    ).toMatchObject({ valid: true, checked: 3 });
    gitops.refs.get('main')?.delete(registries);
    expect(await run({ gitops: { [registries]: list } })).toMatchObject({
      valid: true,
      checked: 1,
    });
  });

  it.each([
    [
      'takes a service out of the list of registries',
      '{"orders":"orders"}',
      'services.json: must keep welcome with the repository welcome',
    ],
    [
      'gives the registry of a service to another repository',
      '{"welcome":"orders"}',
      'services.json: must keep welcome with the repository welcome',
    ],
    [
      'writes a list of registries that nobody can read',
      '{"welcome":"welcome",}',
      'services.json cannot be read: it must be a JSON object',
    ],
  ])('refuses what %s', async (_, list, message) => {
    await expect(
      run({ gitops: { ...filesOf(), [registries]: list } }),
    ).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(message),
    });
  });

  it('lists everything that is wrong at once', async () => {
    const files = filesOf({ environments: ['dev', 'production'] });
    files[values] = files[values].replace('small', 'huge');
    const other = 'applications/production/orders/application.yaml';
    files[other] = files[other].replace('workloads-production', 'default');
    await expect(run({ gitops: files })).rejects.toThrow(
      /because of 2 problems:\n.*size must be.*\n.*spec.project must be/,
    );
  });

  it.each<[string, string, string]>([
    [
      'into another namespace',
      'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a, namespace: kube-system }',
      'the chart renders ConfigMap a into namespace kube-system; it must be orders-dev',
    ],
    [
      'what belongs to the cluster',
      'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: { name: a }',
      'the chart renders ClusterRole a, which a service may not bring along',
    ],
    [
      'what belongs to the cluster, in a list',
      'apiVersion: v1\nkind: List\nitems: [{ apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: { name: a } }]',
      'the chart renders ClusterRole a, which a service may not bring along',
    ],
    [
      'an Application',
      'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: { name: a }',
      'the chart renders Application a',
    ],
    [
      'nothing, because it fails',
      '{{ fail "no such thing" }}',
      'no such thing',
    ],
  ])('refuses a chart that renders %s', async (_, template, message) => {
    const chart = {
      'Chart.yaml': 'apiVersion: v2\nname: orders\nversion: 1.0.0\n',
      'templates/a.yaml': template,
    };
    const content = { gitops: filesOf({ chart: 'own' }), chart };
    await expect(
      run(content, { input: { chartPath: 'chart' }, config: withHelm }),
    ).rejects.toThrow(message);
  });

  it('does not fetch the dependencies of a chart', async () => {
    const chart = {
      'Chart.yaml':
        'apiVersion: v2\nname: orders\nversion: 1.0.0\ndependencies: [{ name: redis, version: 1.0.0, repository: "https://charts.example" }]\n',
    };
    const content = { gitops: filesOf({ chart: 'own' }), chart };
    expect(
      await run(content, { input: { chartPath: 'chart' }, config: withHelm }),
    ).toMatchObject({
      rendered: false,
      findings: [
        `${values}: the chart has no values.schema.json, so no value was checked`,
        `${values}: the chart has dependencies, which are not fetched here, so it was not rendered`,
      ],
    });
  });

  it('refuses a link that could leave the repository, and a folder that is not there', async () => {
    const content = { gitops: filesOf() };
    workspace.setContent(content);
    await expect(
      run(content, { input: { sourcePath: 'elsewhere' } }),
    ).rejects.toThrow('sourcePath: there is no folder elsewhere');
    await expect(
      run(content, { input: { sourcePath: '../x' } }),
    ).rejects.toThrow('Relative path');

    const action = createManifestsValidateAction({
      config: testConfig,
      repositories: repositoriesOf(gitops),
    });
    for (const [target, message] of [
      [workspace.resolve('gitops/nowhere'), 'link.yaml is a symbolic link'],
      [__filename, 'outside its parent'],
    ]) {
      rmSync(workspace.resolve('gitops/link.yaml'), { force: true });
      symlinkSync(target, workspace.resolve('gitops/link.yaml'));
      await expect(
        action.handler(
          createMockActionContext<Input>({
            input: {},
            workspacePath: workspace.path,
          }),
        ),
      ).rejects.toThrow(message);
    }
  });

  it('stops when the task is cancelled', async () => {
    await expect(
      run(
        { gitops: filesOf() },
        { config: withHelm, signal: AbortSignal.abort() },
      ),
    ).rejects.toThrow('aborted');
  });
});
