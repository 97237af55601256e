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

import { readFileSync } from 'fs';
import { join } from 'path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { parse } from 'yaml';
import { exampleInput } from '../__testUtils__/exampleInput';
import { FakeGitOpsRepository } from '../__testUtils__/FakeGitOpsRepository';
import { platformTree } from '../__testUtils__/platformTree';
import { repositoriesOf } from '../__testUtils__/repositoriesOf';
import { GITOPS_URL, testConfig } from '../__testUtils__/testConfig';
import { createApplicationCreateAction } from './applicationCreate';
import { examples } from './applicationCreate.examples';

type Action = ReturnType<typeof createApplicationCreateAction>;
type Input = Parameters<Action['handler']>[0]['input'];

const REGISTRIES = 'terraform/global/ecr/services.json';

const least: Input = {
  name: 'orders',
  owner: 'group:default/team-shop',
  repositoryUrl: 'https://github.com/acme/orders.git',
};

describe('gitops:application:create', () => {
  const workspace = createMockDirectory();
  let repository: FakeGitOpsRepository;

  beforeEach(() => {
    workspace.clear();
    repository = new FakeGitOpsRepository(GITOPS_URL, platformTree());
  });

  async function run(
    input: Input,
    options: { isDryRun?: boolean; others?: FakeGitOpsRepository[] } = {},
  ) {
    const { others = [], ...context } = options;
    const action = createApplicationCreateAction({
      config: testConfig,
      repositories: repositoriesOf(repository, ...others),
    });
    const outputs: Record<string, unknown> = {};
    await action.handler({
      ...createMockActionContext<Input>({
        input,
        workspacePath: workspace.path,
      }),
      ...context,
      output: (name: string, value: unknown) => {
        outputs[name] = value;
      },
    });
    return outputs;
  }

  const written = (path: string) =>
    readFileSync(join(workspace.path, path), 'utf8');

  it('declares every field with a description, and that a dry run changes nothing', () => {
    const action = createApplicationCreateAction({
      config: testConfig,
      repositories: repositoriesOf(repository),
    });
    expect(action.supportsDryRun).toBe(true);
    for (const schema of [action.schema?.input, action.schema?.output]) {
      const properties = Object.entries(schema?.properties ?? {});
      expect(properties.length).toBeGreaterThan(0);
      for (const [name, property] of properties) {
        expect([name, property]).toEqual([
          name,
          expect.objectContaining({ description: expect.any(String) }),
        ]);
      }
    }
  });

  it('writes a service of which only the least is known (example 1)', async () => {
    const outputs = await run(exampleInput<Input>(examples[0]));
    expect(outputs).toEqual({
      path: 'gitops',
      files: [
        { path: 'applications/dev/orders/application.yaml', change: 'added' },
        { path: 'applications/dev/orders/values.yaml', change: 'added' },
        { path: REGISTRIES, change: 'modified' },
      ],
      changed: true,
      hosts: [
        {
          environment: 'dev',
          host: 'orders.dev.acme.example',
          url: 'https://orders.dev.acme.example',
        },
      ],
      applications: ['orders-dev'],
      summary: expect.stringContaining(
        '- added: `applications/dev/orders/values.yaml`',
      ),
      repoUrl: GITOPS_URL,
      branch: 'gitops/orders',
      registry: 'ghcr.io/acme',
    });
    expect(
      parse(written('gitops/applications/dev/orders/application.yaml')).metadata
        .name,
    ).toBe('orders-dev');
    expect(written(`gitops/${REGISTRIES}`)).toBe(
      '{\n  "orders": "orders",\n  "welcome": "welcome"\n}\n',
    );
  });

  it('leaves the list of registries out where the repository has none', async () => {
    const tree = platformTree();
    delete tree[REGISTRIES];
    repository.set('main', tree);
    await run(least);
    expect(workspace.content()).toEqual({
      gitops: { applications: { dev: { orders: expect.anything() } } },
    });
  });

  it('adds to the list as it is now, though its pull request was opened on an older one', async () => {
    const tree = platformTree();
    repository.set('original', tree);
    await run(least);
    repository.openFrom('gitops/orders', {
      ...tree,
      [REGISTRIES]: written(`gitops/${REGISTRIES}`),
    });
    const cart = tree[REGISTRIES].replace('{\n', '{\n  "cart": "cart",\n');
    repository.set('main', { ...tree, [REGISTRIES]: cart });
    await run(least);
    expect(JSON.parse(written(`gitops/${REGISTRIES}`))).toEqual({
      cart: 'cart',
      orders: 'orders',
      welcome: 'welcome',
    });
  });

  it('writes a service with its own chart, secrets and no route (example 2)', async () => {
    const outputs = await run(exampleInput<Input>(examples[1]));
    expect(outputs).toMatchObject({
      applications: ['billing-dev'],
      hosts: [],
    });
    expect(
      parse(written('gitops/applications/dev/billing/values.yaml')),
    ).toMatchObject({ replicas: 2, secrets: { names: ['database'] } });
  });

  it('takes an own chart at a commit where CI does not write, and leaves that commit alone', async () => {
    const input: Input = {
      ...least,
      environments: ['dev', 'production'],
      chart: 'own',
    };
    await expect(run(input)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(
        'environments: found production with chart own',
      ),
    });
    expect(workspace.content()).toEqual({});

    const service = new FakeGitOpsRepository('https://github.com/acme/orders', {
      'chart/Chart.yaml': 'name: orders',
    });
    service.getBranch = async () => 'c0ffee1';
    await run(input, { others: [service] });
    const revisions = () =>
      ['dev', 'production'].map(
        environment =>
          parse(
            written(
              `gitops/applications/${environment}/orders/application.yaml`,
            ),
          ).spec.sources[0].targetRevision,
      );
    expect(revisions()).toEqual(['main', 'c0ffee1']);

    const tree = platformTree();
    tree[REGISTRIES] = written(`gitops/${REGISTRIES}`);
    for (const environment of ['dev', 'production']) {
      for (const file of ['application.yaml', 'values.yaml']) {
        const path = `applications/${environment}/orders/${file}`;
        tree[path] = written(`gitops/${path}`);
      }
    }
    repository.set('main', tree);
    service.getBranch = async () => 'badcafe';
    expect(await run(input, { others: [service] })).toMatchObject({
      changed: false,
    });
    expect(revisions()).toEqual(['main', 'c0ffee1']);
  });

  it('starts from the open pull request of its branch (example 3)', async () => {
    const input = exampleInput<Input>(examples[2]);
    await run(input);
    const values = 'applications/dev/orders/values.yaml';
    const application = 'applications/dev/orders/application.yaml';
    repository.openFrom('onboard/orders', {
      ...platformTree(),
      [REGISTRIES]: written(`platform-files/${REGISTRIES}`),
      [application]: written(`platform-files/${application}`),
      [values]: `# Reviewed\n${written(`platform-files/${values}`)}`,
    });

    expect(await run(input)).toMatchObject({
      path: 'platform-files',
      changed: false,
    });
    expect(await run({ ...input, replicas: 3 })).toMatchObject({
      changed: true,
      files: [
        { path: application, change: 'unchanged' },
        { path: values, change: 'modified' },
      ],
    });
    expect(written(`platform-files/${values}`)).toMatch(
      /^# Reviewed\n[^]*\nreplicas: 3\n/,
    );
  });

  it('keeps what CI wrote on the base after the pull request was opened', async () => {
    await run(least);
    const files = [
      'applications/dev/orders/application.yaml',
      'applications/dev/orders/values.yaml',
      REGISTRIES,
    ];
    const tree = platformTree();
    for (const path of files) {
      tree[path] = written(`gitops/${path}`);
    }
    const [, values] = files;
    const change = (from: string, to: string) => ({
      ...tree,
      [values]: tree[values].replace(from, to),
    });
    repository.set('original', tree);
    repository.set(
      'main',
      change("sourceRevision: ''", 'sourceRevision: c0ffee1'),
    );
    repository.openFrom('gitops/orders', change('replicas: 1', 'replicas: 2'));

    await run({ ...least, replicas: 2, size: 'large' });
    expect(written(`gitops/${values}`)).toBe(
      tree[values]
        .replace("sourceRevision: ''", 'sourceRevision: c0ffee1')
        .replace('replicas: 1', 'replicas: 2')
        .replace('size: small', 'size: large'),
    );
  });

  it('changes nothing after its files were merged', async () => {
    await run(least);
    const tree = platformTree();
    for (const path of [
      'applications/dev/orders/application.yaml',
      'applications/dev/orders/values.yaml',
      REGISTRIES,
    ]) {
      tree[path] = written(`gitops/${path}`);
    }
    repository.set('main', tree);
    workspace.clear();
    expect(await run(least)).toMatchObject({ changed: false });
    // It is everybody's: what was read a while ago must not be written over what others added.
    expect(workspace.content()).toEqual({
      gitops: { applications: { dev: { orders: expect.anything() } } },
    });
  });

  it('predicts in a dry run, though the repository was not created', async () => {
    expect(
      await run(
        { ...least, repositoryUrl: '<example>', chart: 'own' },
        { isDryRun: true },
      ),
    ).toMatchObject({ changed: true, applications: ['orders-dev'] });
    expect(
      written('gitops/applications/dev/orders/application.yaml'),
    ).toContain('repoURL: https://github.com/acme/orders.git');
  });

  it.each<[string, Partial<Input>, string, string]>([
    ['an invalid name', { name: 'Orders' }, 'InputError', 'name: found'],
    [
      'an unknown environment',
      { environments: ['qa'] },
      'InputError',
      "environments[0]: found 'qa', expected one of dev, staging, production",
    ],
    [
      'a host of another service',
      { host: 'welcome' },
      'InputError',
      'host: welcome.dev.acme.example belongs to service "welcome"',
    ],
    [
      'the folder of another entity',
      { name: 'welcome', entityRef: 'component:other/welcome' },
      'ConflictError',
      'belongs to component:default/welcome',
    ],
    [
      'a name whose registry is another repository’s',
      { name: 'welcome', host: 'hello' },
      'ConflictError',
      'services.json says that welcome is built in the repository welcome, not in https://github.com/acme/orders',
    ],
    [
      'another repository',
      { repoUrl: 'https://github.com/acme/other' },
      'InputError',
      'is not a GitOps repository; use one of gitops.repositories',
    ],
    [
      'a folder outside the workspace',
      { targetPath: '../elsewhere' },
      'NotAllowedError',
      'Relative path',
    ],
  ])('refuses %s and writes nothing', async (_, change, name, message) => {
    await expect(run({ ...least, ...change })).rejects.toMatchObject({
      name,
      message: expect.stringContaining(message),
    });
    expect(workspace.content()).toEqual({});
  });

  it.each<[string, (tree: Record<string, string>) => void, string]>([
    [
      'platform.yaml',
      tree => delete tree['platform.yaml'],
      'acme/gitops-platform has no platform.yaml at main; add one',
    ],
    [
      'the AppProject',
      tree => delete tree['bootstrap/apps/projects/workloads-dev.yaml'],
      'does not define the AppProject workloads-dev; add bootstrap/apps/projects/workloads-dev.yaml',
    ],
  ])('says what to add where %s is missing', async (_, remove, message) => {
    const tree = platformTree();
    remove(tree);
    repository.set('main', tree);
    await expect(run(least)).rejects.toThrow(message);
  });

  it('says so where the branch that Argo CD follows is missing', async () => {
    repository.refs.delete('main');
    await expect(run(least)).rejects.toThrow(
      'acme/gitops-platform has no branch main',
    );
  });
});
