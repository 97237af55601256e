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

import { NotAllowedError, ServiceUnavailableError } from '@backstage/errors';
import { mockServices } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import {
  ArgoApplication,
  ArgoApplicationKey,
  Clock,
  UpstreamError,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { exampleInput } from '../__testUtils__/exampleInput';
import { FakeGitOpsRepository } from '../__testUtils__/FakeGitOpsRepository';
import { repositoriesOf } from '../__testUtils__/repositoriesOf';
import { GITOPS_URL, testConfig } from '../__testUtils__/testConfig';
import { createApplicationWaitAction } from './applicationWait';
import { examples } from './applicationWait.examples';

type Action = ReturnType<typeof createApplicationWaitAction>;
type Input = Parameters<Action['handler']>[0]['input'];
type Answer = Partial<ArgoApplication> | Error;

const healthy: ArgoApplication = {
  namespace: 'argocd',
  name: 'orders-dev',
  project: 'workloads-dev',
  labels: {},
  annotations: {},
  destination: { name: 'in-cluster', namespace: 'orders-dev' },
  sources: [
    { repoUrl: 'https://github.com/acme/orders.git', path: 'chart' },
    { repoUrl: `${GITOPS_URL}.git`, ref: 'values' },
  ],
  autoSync: true,
  sync: 'Synced',
  revisions: ['chart-commit', 'c2'],
  health: 'Healthy',
  images: [],
  externalUrls: [],
  conditions: [],
  history: [],
  deleting: false,
};
const progressing: Answer = { health: 'Progressing' };

function upstreamError(
  failure: UpstreamError['failure'],
  retryable = false,
): UpstreamError {
  return new UpstreamError({
    subject: "Argo CD instance 'main'",
    instance: 'main',
    failure,
    what: `failed (${failure})`,
    remedy: 'look after it',
    retryable,
  });
}

describe('gitops:application:wait', () => {
  let repository: FakeGitOpsRepository;
  let asked: ArgoApplicationKey[];
  let closed: number;
  let now: number;
  let beforeSleep: () => void;

  beforeEach(() => {
    repository = new FakeGitOpsRepository(GITOPS_URL, {});
    const commits = ['c1', 'c2', 'c9'];
    repository.compare = async ({ base, head }) => ({
      base,
      mergeBase:
        commits[Math.min(commits.indexOf(base), commits.indexOf(head))],
      behind: 0,
      messages: [],
      changed: [],
    });
    asked = [];
    closed = 0;
    now = 0;
    beforeSleep = () => {};
  });

  const clock: Clock = {
    now: () => now,
    random: () => 0.5,
    async sleep(milliseconds, signal) {
      beforeSleep();
      signal?.throwIfAborted();
      now += milliseconds;
    },
  };

  async function run(
    answers: Answer[],
    input: Partial<Input> = {},
    options: {
      isDryRun?: boolean;
      signal?: AbortSignal;
      config?: typeof testConfig;
      tree?: Error;
    } = {},
  ) {
    const queue = [...answers];
    const action = createApplicationWaitAction({
      config: options.config ?? testConfig,
      repositories: repositoriesOf(repository),
      logger: mockServices.logger.mock(),
      clock,
      connect: () => ({
        async getApplication(key) {
          asked.push(key);
          const answer = queue.length > 1 ? queue.shift() : queue[0];
          if (answer instanceof Error) {
            throw answer;
          }
          return { ...healthy, ...answer };
        },
        async getResourceTree() {
          if (options.tree) {
            throw options.tree;
          }
          return [
            {
              uid: '1',
              group: 'apps',
              version: 'v1',
              kind: 'Deployment',
              name: 'orders',
              health: 'Degraded',
              healthMessage: 'exceeded its progress deadline',
              images: [],
              info: [],
            },
          ];
        },
        async close() {
          closed += 1;
        },
      }),
    });
    const outputs: Record<string, unknown> = {};
    await action.handler({
      ...createMockActionContext<Input>({
        input: { application: 'orders-dev', ...input },
      }),
      ...options,
      output: (name: string, value: unknown) => {
        outputs[name] = value;
      },
    });
    return outputs;
  }

  it('waits until the Application is there, Synced and Healthy (example 1)', async () => {
    const outputs = await run(
      [
        upstreamError('not-found'),
        upstreamError('forbidden'),
        { sync: 'OutOfSync', health: 'Missing' },
        upstreamError('timeout', true),
        progressing,
        { operation: { phase: 'Running', revisions: [] } },
        {},
      ],
      exampleInput<Input>(examples[0]),
    );
    expect(outputs).toEqual({
      sync: 'Synced',
      health: 'Healthy',
      revision: 'chart-commit',
      waitedSeconds: 24,
      url: 'https://argocd.example/applications/argocd/orders-dev',
    });
    expect(asked).toHaveLength(7);
    expect(asked[0]).toEqual({
      name: 'orders-dev',
      namespace: 'argocd',
      project: 'workloads-dev',
    });
    expect(closed).toBe(1);
  });

  it('waits for the merge first, then for its commit (example 2)', async () => {
    const pullRequest = repository.openFrom('gitops/orders', {});
    beforeSleep = () => {
      pullRequest.state = 'merged';
      pullRequest.mergeRevision = 'c2';
    };
    const outputs = await run(
      [{ revisions: ['chart-commit', 'c1'] }, {}],
      exampleInput<Input>(examples[1]),
    );
    expect(outputs).toMatchObject({ revision: 'c2', waitedSeconds: 14 });
  });

  it('fails at once where the pull request is closed without a merge', async () => {
    const pullRequest = repository.openFrom('gitops/orders', {});
    beforeSleep = () => {
      pullRequest.state = 'closed';
    };
    await expect(
      run([{}], { forMerge: { pullRequestNumber: 7 } }),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      message: `${GITOPS_URL}/pull/7 was closed without a merge; open it again and merge it, or run the template again`,
    });
    expect(asked).toEqual([]);
  });

  it.each<[string, string[]]>([
    ['at that revision', ['chart-commit', 'c2']],
    ['at a later one that contains it', ['chart-commit', 'c9']],
  ])('is content %s', async (_, revisions) => {
    await expect(
      run([{ revisions }], { revision: 'c2', timeout: '1s' }),
    ).resolves.toMatchObject({ revision: 'c2' });
  });

  it('asks again where the commits could not be compared', async () => {
    const { compare } = repository;
    let asks = 0;
    repository.compare = async options => {
      asks += 1;
      if (asks === 1) {
        throw new ServiceUnavailableError('GitHub is not there');
      }
      return compare(options);
    };
    const later: Answer = { revisions: ['chart-commit', 'c9'] };
    await expect(run([later], { revision: 'c2' })).resolves.toMatchObject({
      revision: 'c2',
      waitedSeconds: 4,
    });

    repository.compare = async () => {
      throw new ServiceUnavailableError('GitHub is not there');
    };
    await expect(
      run([later], { revision: 'c2', timeout: '1m' }),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('is not known: GitHub is not there'),
    });

    repository.compare = async () => {
      throw new NotAllowedError('The token may not read');
    };
    const before = asked.length;
    await expect(run([later], { revision: 'c2' })).rejects.toThrow(
      'The token may not read',
    );
    expect(asked).toHaveLength(before + 1);
  });

  it('takes the project of the longest environment that the name ends with', async () => {
    const environments = ['prod', 'pre-prod'].map(name => ({
      name,
      aliases: [],
      clusters: [],
    }));
    await run(
      [{}],
      { application: 'orders-pre-prod' },
      { config: { ...testConfig, environments } },
    );
    expect(asked[0].project).toBe('workloads-pre-prod');
  });

  it.each<[string, Answer, Partial<Input>, string]>([
    [
      'an older revision',
      { revisions: ['chart-commit', 'c1'] },
      { revision: 'c2' },
      'orders-dev did not become Synced and Healthy in time; Synced, Healthy at chart-c, c1; it is well, but not yet at c2',
    ],
    [
      'a resource that is not well',
      { health: 'Degraded', healthMessage: 'no pod is ready' },
      {},
      'Synced, Degraded at chart-c, c2; no pod is ready; Deployment orders is Degraded: exceeded its progress deadline',
    ],
    [
      'a condition',
      {
        sync: 'Unknown',
        conditions: [
          { type: 'ComparisonError', message: 'values do not fit the schema' },
          { type: 'OrphanedResourceWarning', message: 'never mind' },
        ],
      },
      {},
      'Unknown, Healthy at chart-c, c2; ComparisonError: values do not fit the schema; Deployment',
    ],
    [
      'a sync that failed',
      {
        sync: 'OutOfSync',
        operation: { phase: 'Failed', message: 'denied', revisions: [] },
      },
      {},
      'the last sync failed: denied',
    ],
    [
      'an Application that never comes',
      upstreamError('not-found'),
      {},
      'in time; Argo CD does not have it yet, or may not show it',
    ],
    [
      'an Argo CD that does not answer',
      upstreamError('connection', true),
      {},
      "in time; Argo CD instance 'main' failed (connection): look after it",
    ],
  ])(
    'fails when the time is over, and says why: %s',
    async (_, answer, input, message) => {
      await expect(
        run([answer], { timeout: { seconds: 30 }, ...input }),
      ).rejects.toMatchObject({
        name: 'ConflictError',
        message: expect.stringContaining(message),
      });
      expect(now).toBe(30_000);
      expect(closed).toBe(1);
    },
  );

  it('tells the failure also where the resources cannot be had', async () => {
    await expect(
      run([progressing], {}, { tree: upstreamError('timeout', true) }),
    ).rejects.toThrow(/in time; Synced, Progressing at chart-c, c2$/);
  });

  it('does not wait where waiting does not help', async () => {
    await expect(run([upstreamError('unauthorized')])).rejects.toThrow(
      'failed (unauthorized)',
    );
    expect(asked).toHaveLength(1);
    expect(closed).toBe(1);
  });

  it('fails where the merge does not come in time', async () => {
    repository.openFrom('gitops/orders', {});
    await expect(
      run([{}], { forMerge: { pullRequestNumber: 7 }, timeout: '1m' }),
    ).rejects.toThrow(
      '/pull/7 was not merged in time; merge it, then run this step again',
    );
    await expect(
      run([{}], {
        forMerge: { pullRequestNumber: 8, branch: 'gitops/orders' },
      }),
    ).rejects.toThrow(
      'acme/gitops-platform has no pull request 8 from gitops/orders',
    );
  });

  it('stops when the task is cancelled', async () => {
    const controller = new AbortController();
    beforeSleep = () => controller.abort(new Error('cancelled'));
    await expect(
      run([progressing], {}, { signal: controller.signal }),
    ).rejects.toThrow('cancelled');
    expect(asked).toHaveLength(1);
    expect(closed).toBe(1);
  });

  it('predicts in a dry run and asks nobody', async () => {
    expect(await run([], { revision: 'c2' }, { isDryRun: true })).toMatchObject(
      {
        sync: 'Synced',
        health: 'Healthy',
        revision: 'c2',
        waitedSeconds: 0,
      },
    );
    expect(asked).toEqual([]);
  });

  it.each<[string, Partial<Input>, typeof testConfig, string]>([
    [
      'an unknown instance',
      { instance: 'other' },
      testConfig,
      "instance: found 'other', expected one of main",
    ],
    [
      'no instance',
      {},
      { ...testConfig, argocd: { instances: [] } },
      'add one to gitops.argocd.instances',
    ],
    [
      'a name without an environment',
      { application: 'orders' },
      testConfig,
      'project: found nothing, expected the AppProject of orders',
    ],
    ['two hours', { timeout: { hours: 2 } }, testConfig, 'of at most an hour'],
    ['no time', { timeout: '0s' }, testConfig, 'above zero'],
    [
      'what is no time',
      { timeout: 'soon' },
      testConfig,
      "Invalid duration 'soon'",
    ],
  ])('refuses %s', async (_, input, config, message) => {
    await expect(run([{}], input, { config })).rejects.toThrow(message);
    expect(asked).toEqual([]);
  });
});
