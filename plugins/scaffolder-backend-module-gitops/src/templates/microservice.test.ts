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

import {
  componentEntityV1alpha1Validator,
  entityEnvelopeSchemaValidator,
  type Entity,
} from '@backstage/catalog-model';
import { parse, parseAllDocuments } from 'yaml';
import { startScaffolder } from './__testUtils__/startScaffolder';
import type { World } from './__testUtils__/contractActions';

jest.setTimeout(60_000);

const least = { name: 'cart', owner: 'group:default/team-shop' };
const most = {
  ...least,
  description: 'Keeps "what" customers: want',
  system: 'system:default/shop',
  environments: ['dev'],
  host: 'basket',
  port: 9090,
  replicas: 3,
  size: 'medium',
  secrets: ['database'],
  chart: 'own',
  stack: 'typescript-node',
  files: '4 files',
};

describe('the Microservice template', () => {
  let stop = async () => {};
  afterEach(() => stop());

  async function start(world?: World) {
    const scaffolder = await startScaffolder(world);
    stop = scaffolder.stop;
    return scaffolder;
  }

  it('creates a service from name and owner alone', async () => {
    const { run, effects } = await start();
    const { status, log, output } = await run(least);

    expect({ status, log }).toMatchObject({ status: 'completed' });
    expect(effects.map(({ step }) => step)).toEqual([
      'publish',
      'register',
      'pullRequest',
    ]);
    const [publish, register, pullRequest] = effects;
    expect(publish.input).toMatchObject({
      repoUrl: 'github.com?owner=acme&repo=cart',
      repoVisibility: 'private',
      description: 'cart service',
    });
    expect(register.input.target).toBe(
      'https://github.com/acme/cart/tree/main/catalog-info.yaml',
    );
    expect(pullRequest.input).toMatchObject({
      repoUrl: 'https://github.com/acme/gitops-platform',
      branch: 'gitops/cart',
      title: 'Deploy cart',
      entityRef: 'component:default/cart',
    });
    expect(Object.keys(pullRequest.files ?? {}).sort()).toEqual([
      'applications/dev/cart/application.yaml',
      'applications/dev/cart/values.yaml',
      'terraform/global/ecr/services.json',
    ]);

    expect(output?.links).toEqual([
      expect.objectContaining({
        title: 'Pull request',
        url: 'https://github.com/acme/gitops-platform/pull/7',
      }),
      expect.objectContaining({
        title: 'Repository',
        url: 'https://github.com/acme/cart',
      }),
      expect.objectContaining({ entityRef: 'component:default/cart' }),
    ]);
    expect(output?.text).toEqual([
      expect.objectContaining({
        title: 'What happens next',
        content: expect.stringMatching(/#7.* was created\. Merge it/),
      }),
    ]);
  });

  it('fills the repository with files that are rendered and valid', async () => {
    const { run, effects } = await start();
    expect(await run(most)).toMatchObject({ status: 'completed' });
    const files = effects[0].files ?? {};

    expect(Object.keys(files).sort()).toEqual(
      expect.arrayContaining([
        '.dockerignore',
        '.github/actions/test/action.yaml',
        '.github/dependabot.yml',
        '.github/scripts/bump-image.mjs',
        '.github/scripts/deploy.sh',
        '.github/workflows/ci.yaml',
        '.gitignore',
        'Dockerfile',
        'README.md',
        'catalog-info.yaml',
        'chart/Chart.yaml',
        'docs/development.md',
        'docs/index.md',
        'mkdocs.yml',
        'package-lock.json',
        'package.json',
        'src/main.ts',
        'tsconfig.json',
      ]),
    );
    const unrendered = Object.entries(files).filter(([, content]) =>
      /values\.[a-zA-Z]+ *(\||\}\})|\{%/.test(content),
    );
    expect(unrendered).toEqual([]);
    const broken = Object.entries(files)
      .filter(([path]) => /^(?!chart\/templates\/).*\.ya?ml$/.test(path))
      .flatMap(([path, content]) =>
        parseAllDocuments(content).flatMap(({ errors }) =>
          errors.map(({ message }) => `${path}: ${message}`),
        ),
      );
    expect(broken).toEqual([]);

    const component: Entity = parse(files['catalog-info.yaml']);
    expect(() => entityEnvelopeSchemaValidator()(component)).not.toThrow();
    expect(await componentEntityV1alpha1Validator.check(component)).toBe(true);
    expect(component).toMatchObject({
      metadata: {
        name: 'cart',
        description: most.description,
        annotations: {
          'argocd/app-selector': 'app.kubernetes.io/name=cart',
          'github.com/project-slug': 'acme/cart',
          'backstage.io/techdocs-ref': 'dir:.',
        },
      },
      spec: { owner: most.owner, system: most.system },
    });
    expect(parse(files['package.json'])).toMatchObject({ name: 'cart' });
    expect(parse(files['package-lock.json'])).toMatchObject({ name: 'cart' });
    expect(files['package-lock.json']).not.toContain('"resolved"');
    expect(files['src/readConfig.ts']).toContain("'PORT', 9090,");
  });

  it('writes a workflow that is pinned, needs little and lets nobody put words into its shell', async () => {
    const { run, effects } = await start();
    await run(least);
    const files = effects[0].files ?? {};
    const workflow = parse(files['.github/workflows/ci.yaml']);

    expect(workflow.env).toMatchObject({
      SERVICE: 'cart',
      GITOPS_REPOSITORY: 'acme/gitops-platform',
      IMAGE: 'ghcr.io/acme/cart',
    });
    expect(workflow.permissions).toEqual({});
    type Step = { uses?: string; run?: string };
    const jobs: Array<{ permissions: object; steps: Step[] }> = Object.values(
      workflow.jobs,
    );
    expect(jobs.map(({ permissions }) => permissions)).toEqual([
      { contents: 'read' },
      { contents: 'read', packages: 'write' },
      { contents: 'read' },
    ]);
    const steps = [
      ...jobs.flatMap(job => job.steps),
      ...parse(files['.github/actions/test/action.yaml']).runs.steps,
    ];
    for (const { uses, run: script } of steps) {
      expect(uses ?? './').toMatch(/^(\.\/|[\w-]+\/[\w-]+@[0-9a-f]{40}$)/);
      expect(script ?? '').not.toContain('${{');
    }
  });

  it.each<[string, World, string[]]>([
    [
      'an empty repository, where a task was stopped before it pushed',
      { repository: 'empty' },
      ['push', 'register', 'pullRequest'],
    ],
    [
      'a repository, where a task was stopped before it registered',
      { repository: 'ready' },
      ['register', 'pullRequest'],
    ],
    [
      'all but the pull request',
      { repository: 'ready', registered: true },
      ['pullRequest'],
    ],
  ])('goes on from %s', async (_, world, steps) => {
    const { run, effects } = await start(world);
    expect(await run(most)).toMatchObject({ status: 'completed' });
    expect(effects.map(({ step }) => step)).toEqual(steps);
  });

  it('says so where nothing changes', async () => {
    const { run } = await start({
      repository: 'ready',
      registered: true,
      pullRequest: 'unchanged',
    });
    const { output } = await run(least);
    expect(output?.text).toEqual([
      expect.objectContaining({ title: 'Nothing to change' }),
    ]);
    expect(output?.links?.map(({ title }) => title)).toEqual([
      'Repository',
      'Component in the catalog',
    ]);
  });

  it.each<[string, Record<string, unknown>, World, string, RegExp]>([
    ['an invalid name', { name: 'My Cart' }, {}, '400', /name.*pattern/],
    ['no owner', { owner: undefined }, {}, '400', /owner/],
    ['too many replicas', { replicas: 50 }, {}, '400', /replicas/],
    [
      'a taken name',
      {},
      { failures: { repository: 'cart belongs to group:default/other' } },
      'failed',
      /belongs to group:default\/other/,
    ],
    [
      'an unknown environment',
      { environments: ['qa'] },
      {},
      'failed',
      /environments\[0\]: found 'qa'/,
    ],
    [
      'its own chart where promotion writes, before there is a commit of it',
      { environments: ['dev', 'staging'], chart: 'own' },
      {},
      'failed',
      /environments: found staging with chart own.*start with dev alone/,
    ],
    [
      'an owner that does not exist',
      { owner: 'group:default/nobody' },
      {},
      'failed',
      /group:default\/nobody not found/,
    ],
    [
      'a system that does not exist',
      { system: 'system:default/none' },
      {},
      'failed',
      /system:default\/none not found/,
    ],
  ])('creates nothing with %s', async (_, values, world, status, message) => {
    const { run, effects } = await start(world);
    const result = await run({ ...least, ...values });
    expect(result.status).toBe(status);
    expect(result.log).toMatch(message);
    expect(effects).toEqual([]);
  });

  it.each([
    ['publish', []],
    ['register', ['publish']],
    ['pullRequest', ['publish', 'register']],
  ])(
    'leaves no pull request where %s fails, and says what a rerun finds',
    async (step, done) => {
      const { run, effects } = await start({
        failures: { [step]: 'GitHub refused it' },
      });
      const { status, log } = await run(least);
      expect(status).toBe('failed');
      expect(log).toMatch(/GitHub refused it/);
      expect(log).toMatch(/https:\/\/github\.com\/acme\/cart .*it stays/);
      expect(effects.map(effect => effect.step)).toEqual(done);
    },
  );

  it('can be tried out in the template editor', async () => {
    const { dryRun, effects, addLocation } = await start();
    const { status, body } = await dryRun(most);
    expect(status).toBe(200);
    expect(
      body.directoryContents.map(({ path }: { path: string }) => path),
    ).toEqual(
      expect.arrayContaining([
        'gitops/applications/dev/cart/application.yaml',
        'gitops/applications/dev/cart/values.yaml',
        'service/chart/Chart.yaml',
        'service/src/main.ts',
      ]),
    );
    expect(body.output.text[0].title).toBe('What happens next');
    expect(effects).toEqual([]);
    expect(addLocation).not.toHaveBeenCalled();
  });
});
