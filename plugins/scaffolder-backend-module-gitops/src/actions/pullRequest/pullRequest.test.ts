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

import { createMockDirectory } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { entityRefOfPullRequest } from '@gitops-platform/backstage-plugin-gitops-node';
import { chmodSync, symlinkSync, writeFileSync } from 'node:fs';
import { exampleInput } from '../__testUtils__/exampleInput';
import { useGitHub } from '../__testUtils__/startGitHub';
import { createPullRequestAction } from './pullRequest';
import { examples } from './pullRequest.examples';

type Action = ReturnType<typeof createPullRequestAction>;
type Context = Parameters<Action['handler']>[0];
type Input = Context['input'];

const VALUES = 'applications/production/orders/values.yaml';

jest.setTimeout(180_000);

describe('gitops:pull-request', () => {
  const workspace = createMockDirectory();
  const gitHub = useGitHub({
    [VALUES]: '# orders\r\nreplicas: 1 # few\r\n',
    'applications/production/orders/old.yaml': 'old: true\n',
    'run.sh': 'exit 0\n',
  });

  beforeEach(() =>
    workspace.setContent({
      gitops: {
        'applications/dev/orders/values.yaml': 'replicas: 1\n',
        'applications/dev/orders/application.yaml': 'kind: Application\n',
        'charts/own/templates/x.yaml': '{{ if .Values.a }}\na: [\n{{ end }}\n',
      },
    }),
  );

  async function run(
    input: Input,
    context: Partial<Context> = {},
    token?: string,
  ) {
    const mock = createMockActionContext<Input>({
      input,
      workspacePath: workspace.path,
    });
    const action = createPullRequestAction(gitHub.options(token));
    await action.handler({ ...mock, ...context });
    return Object.fromEntries(jest.mocked(mock.output).mock.calls);
  }

  const pulls = () => gitHub.api('GET', '/pulls?state=all');
  const branches = async () =>
    (await gitHub.api('GET', '/branches')).map(
      ({ name }: { name: string }) => name,
    );
  const read = async (path: string, ref: string) =>
    Buffer.from(
      (await gitHub.api('GET', `/contents/${path}?ref=${ref}`)).content,
      'base64',
    ).toString('utf8');

  it('proposes a folder, does nothing the second time, and adds what differs the third', async () => {
    const input = exampleInput<Input & {}>(examples[0]);
    const first = await run(input);
    expect(first).toEqual({
      status: 'created',
      pullRequestUrl: `${gitHub.url}/pull/1`,
      pullRequestNumber: 1,
      branch: 'gitops/orders',
      revision: expect.stringMatching(/^[0-9a-f]{40}$/),
      files: [
        { path: 'applications/dev/orders/application.yaml', change: 'added' },
        { path: 'applications/dev/orders/values.yaml', change: 'added' },
        { path: 'charts/own/templates/x.yaml', change: 'added' },
      ],
    });
    const [pull] = await pulls();
    expect(pull.title).toBe('Deploy orders');
    expect(pull.head.repo.full_name).toBe('acme/gitops-platform');
    expect(entityRefOfPullRequest(pull.body)).toBe('component:default/orders');

    await expect(run(input)).resolves.toEqual({
      ...first,
      status: 'unchanged',
      files: [],
    });

    workspace.addContent({
      gitops: { 'applications/dev/orders/values.yaml': 'replicas: 2\n' },
    });
    await expect(run(input)).resolves.toMatchObject({
      status: 'updated',
      pullRequestNumber: 1,
      files: [
        { path: 'applications/dev/orders/values.yaml', change: 'modified' },
      ],
    });
    expect(await pulls()).toHaveLength(1);
  });

  it('edits files where they are, byte for byte, and removes others', async () => {
    const input = exampleInput<Input & {}>(examples[1]);
    await expect(run(input)).resolves.toMatchObject({
      status: 'created',
      files: [
        { path: 'applications/production/orders/old.yaml', change: 'removed' },
        { path: VALUES, change: 'modified' },
      ],
    });
    expect(await read(VALUES, 'gitops/scale-orders')).toBe(
      '# orders\r\nreplicas: 3 # few\r\n',
    );
  });

  it('takes another address, base and folder, and keeps the executable bit', async () => {
    writeFileSync(workspace.resolve('gitops/run.sh'), 'exit 1\n');
    chmodSync(workspace.resolve('gitops/run.sh'), 0o755);
    const { host } = new URL(gitHub.url);
    const { files } = await run({
      repoUrl: `${host}?owner=acme&repo=gitops-platform`,
      branch: 'b',
      base: 'main',
      title: 't',
      sourcePath: 'gitops',
      targetPath: 'folder/',
    });
    expect(files).toContainEqual({ path: 'folder/run.sh', change: 'added' });
    const { tree } = await gitHub.api('GET', '/git/trees/b?recursive=1');
    expect(tree).toContainEqual(
      expect.objectContaining({ path: 'folder/run.sh', mode: '100755' }),
    );
  });

  it('predicts its outputs in a dry run, and calls nobody', async () => {
    const input = exampleInput<Input & {}>(examples[0]);
    await gitHub.fault({ path: '.', kind: 'reset' });
    await expect(run(input, { isDryRun: true })).resolves.toMatchObject({
      status: 'created',
      pullRequestUrl: `${gitHub.url}/pulls`,
      branch: 'gitops/orders',
      files: expect.arrayContaining([
        { path: 'applications/dev/orders/values.yaml', change: 'added' },
      ]),
    });
  });

  it('keeps a checkpoint for each set of changes', async () => {
    const keys: string[] = [];
    const checkpoint: Context['checkpoint'] = async ({ key, fn }) => {
      keys.push(key);
      return fn();
    };
    const input = exampleInput<Input & {}>(examples[0]);
    await run(input, { checkpoint });
    await run({ ...input, targetPath: 'other' }, { checkpoint });
    expect(new Set(keys).size).toBe(2);
    expect(keys[0]).toContain(`${gitHub.url}.gitops/orders.`);
  });

  const base = { branch: 'b', title: 't' };
  const edits = (file: string, path: string) => [
    { file, edits: [{ op: 'set' as const, path, value: 1 }] },
  ];
  const nothing = () => {};
  it.each<[string, Input, RegExp, () => void]>([
    [
      'nothing to propose',
      base,
      /give sourcePath, edits or filesToDelete/,
      nothing,
    ],
    [
      'an empty folder',
      { ...base, sourcePath: 'none' },
      /sourcePath: there is no file in none/,
      nothing,
    ],
    [
      'a folder outside the workspace',
      { ...base, sourcePath: '..' },
      /outside|not allowed/i,
      nothing,
    ],
    [
      'a target outside the repository',
      { ...base, sourcePath: 'gitops', targetPath: '../x' },
      /not a path inside the repository/,
      nothing,
    ],
    [
      'a deletion outside the repository',
      { ...base, filesToDelete: ['/etc/passwd'] },
      /not a path inside the repository/,
      nothing,
    ],
    [
      'an edit outside the repository',
      { ...base, edits: edits('../x.yaml', 'a') },
      /x\.yaml/,
      nothing,
    ],
    [
      'a file that is not there',
      { ...base, edits: edits('none.yaml', 'a') },
      /edits: there is no none\.yaml/,
      nothing,
    ],
    [
      'an edit that cannot be made',
      { ...base, edits: edits(VALUES, 'replicas.x') },
      /edits: applications.*replicas\.x.*Shorten the path/,
      nothing,
    ],
    [
      'a host that is not configured',
      { ...base, filesToDelete: ['a'], repoUrl: 'https://git.example/a/b' },
      /no access to git\.example.*integrations\.github/,
      nothing,
    ],
    [
      'what is no repository',
      { ...base, filesToDelete: ['a'], repoUrl: 'x' },
      /'x' is not a repository/,
      nothing,
    ],
    [
      'a repository that does not exist',
      { ...base, filesToDelete: ['a'], repoUrl: 'SANDBOX/acme/none' },
      /in acme\/none: it does not exist/,
      nothing,
    ],
    [
      'a base that does not exist',
      { ...base, filesToDelete: ['a'], base: 'none' },
      /no branch none/,
      nothing,
    ],
    [
      'YAML that does not parse',
      { ...base, sourcePath: 'gitops' },
      /sourcePath: broken\.yaml is not valid YAML.*line 2/s,
      () =>
        workspace.addContent({ gitops: { 'broken.yaml': 'a: [1\nb: 2\n' } }),
    ],
    [
      'a binary file',
      { ...base, sourcePath: 'gitops' },
      /sourcePath: logo\.png is not UTF-8 text/,
      () =>
        writeFileSync(
          workspace.resolve('gitops/logo.png'),
          Buffer.from([137, 80, 255]),
        ),
    ],
    [
      'a symbolic link',
      { ...base, sourcePath: 'gitops' },
      /sourcePath: link is a symbolic link/,
      () => symlinkSync('nowhere', workspace.resolve('gitops/link')),
    ],
  ])(
    'refuses %s before anything is created',
    async (_, input, message, prepare) => {
      prepare();
      const repoUrl = input.repoUrl?.replace(
        'SANDBOX',
        new URL(gitHub.url).origin,
      );
      await expect(run({ ...input, repoUrl })).rejects.toThrow(message);
      expect(await pulls()).toEqual([]);
      expect(await branches()).toEqual(['main']);
    },
  );

  describe('refuses a branch that is not its own', () => {
    const sha = async (branch: string) =>
      (await gitHub.api('GET', `/branches/${branch}`)).commit.sha;

    it.each<[string, Input, string[], string]>([
      ['the base', { ...base, branch: 'main', base: 'main' }, [], 'to merge'],
      ['the configured base', { ...base, branch: 'main' }, [], 'to merge'],
      [
        'the default branch',
        { ...base, branch: 'main', base: 'release' },
        ['release'],
        "the repository's default branch",
      ],
      [
        'a configured branch',
        { ...base, branch: 'release', base: 'main' },
        ['main', 'release'],
        'a branch of gitops.repositories',
      ],
    ])('such as %s', async (_, input, configured, message) => {
      const before = await sha('main');
      await gitHub.api('POST', '/git/refs', {
        ref: 'refs/heads/release',
        sha: before,
      });
      const { config, repositories } = gitHub.options();
      const [first] = config.repositories;
      const action = createPullRequestAction({
        config: {
          ...config,
          repositories: configured.length
            ? configured.map(branch => ({ ...first, branch }))
            : config.repositories,
        },
        repositories,
      });
      const context = createMockActionContext<Input>({
        input: { ...input, filesToDelete: ['run.sh'] },
        workspacePath: workspace.path,
      });
      await expect(action.handler(context)).rejects.toMatchObject({
        name: 'InputError',
        message: expect.stringMatching(
          `^branch: ${input.branch} is .*${message}.*Use a branch of its own`,
        ),
      });
      expect(await sha('main')).toBe(before);
      expect(await sha('release')).toBe(before);
      expect(await pulls()).toEqual([]);
    });

    it('such as one that somebody made', async () => {
      const before = await sha('main');
      await gitHub.api('POST', '/git/refs', {
        ref: 'refs/heads/release',
        sha: before,
      });
      await expect(
        run({ ...base, branch: 'release', filesToDelete: ['run.sh'] }),
      ).rejects.toMatchObject({
        name: 'ConflictError',
        message: expect.stringMatching(
          /branch release .* is taken: .*Use another branch name/,
        ),
      });
      expect(await sha('release')).toBe(before);
      expect(await pulls()).toEqual([]);
    });
  });

  it("acts with a person's token, and says where a token is refused", async () => {
    const input = { ...base, filesToDelete: ['run.sh'] };
    await expect(run(input, {}, 'wrong')).rejects.toThrow(
      /GitHub refuses the credentials/,
    );
    await expect(
      run({ ...input, token: 'sandbox-token' }, {}, 'wrong'),
    ).resolves.toMatchObject({ status: 'created' });
  });

  it('leaves nothing behind where the repository refuses the pull request', async () => {
    await gitHub.fault({
      method: 'POST',
      path: '/pulls$',
      kind: 'status',
      status: 403,
      body: { message: 'Must have write access' },
    });
    await expect(run({ ...base, filesToDelete: ['run.sh'] })).rejects.toThrow(
      /Could not open a pull request for b in acme\/gitops-platform: Must have write access/,
    );
    expect(await branches()).toEqual(['main']);
  });

  it('stops when the task is cancelled', async () => {
    const signal = AbortSignal.abort();
    await expect(
      run({ ...base, filesToDelete: ['run.sh'] }, { signal }),
    ).rejects.toMatchObject({ name: 'AbortError' });
    expect(await branches()).toEqual(['main']);
  });

  it('ends 20 tasks on one branch in one pull request with all 20 edits', async () => {
    const keys = Array.from({ length: 20 }, (_, index) => `key${index}`);
    await Promise.all(
      keys.map(key => run({ ...base, edits: edits(VALUES, key) })),
    );
    expect(await pulls()).toHaveLength(1);
    const text = await read(VALUES, 'b');
    expect(text.split('\r\n').slice(2).sort()).toEqual(
      ['', ...keys.map(key => `${key}: 1`)].sort(),
    );
  });

  it('lets 20 branches that change one file merge one after the other', async () => {
    const tasks = Array.from({ length: 20 }, (_, index) => ({
      ...base,
      branch: `gitops/s${index}`,
      edits: edits(VALUES, `key${index}`),
    }));
    for (const task of tasks) {
      await run(task);
    }
    for (const task of tasks) {
      const { pullRequestNumber } = await run(task);
      await gitHub.api('PUT', `/pulls/${pullRequestNumber}/merge`);
    }
    const text = await read(VALUES, 'main');
    expect(
      tasks.filter((_, index) => text.includes(`key${index}: 1\r\n`)),
    ).toHaveLength(20);
  });
});
