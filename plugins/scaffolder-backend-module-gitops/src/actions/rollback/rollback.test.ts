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

import type { RecordedDeployment } from '@gitops-platform/backstage-plugin-gitops-common';
import { exampleInput } from '../__testUtils__/exampleInput';
import {
  PRODUCTION,
  useReleases,
  values,
  version,
} from '../release/__testUtils__/useReleases';
import { createRollbackAction } from './rollback';
import { examples } from './rollback.examples';

jest.setTimeout(60_000);

const BRANCH = 'gitops/roll-back-orders-production';

function deployment(
  n: number,
  more: Partial<RecordedDeployment> = {},
): RecordedDeployment {
  const { tag, digest, sourceRevision } = version(n);
  return {
    id: `d${n}`,
    application: {
      instance: 'main',
      namespace: 'argocd',
      name: 'orders-production',
    },
    environment: 'production',
    cluster: 'c',
    kind: 'deployment',
    outcome: 'healthy',
    version: tag,
    images: [`ghcr.io/acme/orders:${tag}@${digest}`],
    sourceRevision,
    deployedAt: `2026-05-${String(n + 10)}T10:00:00Z`,
    canRollBackTo: true,
    ...more,
  };
}

const history = [
  deployment(9, { outcome: 'degraded', canRollBackTo: false }),
  deployment(8),
  deployment(7),
];

describe('gitops:rollback', () => {
  const releases = useReleases();
  const { gitHub, pulls, read, write, merge } = releases;
  type Options = Omit<
    Parameters<
      typeof releases.run<{ component: string; environment: string }>
    >[1],
    'input'
  > & { input?: Record<string, string> };
  const run = ({ input, ...options }: Options = {}) =>
    releases.run(createRollbackAction, {
      deployments: history,
      ...options,
      input: { ...exampleInput(examples[0]), ...input },
    });

  it('proposes the last good version, and nothing else', async () => {
    const { output, asked, credentials } = await run();
    expect(output).toMatchObject({
      status: 'created',
      pullRequestNumber: 1,
      branch: BRANCH,
      deployment: 'd8',
      fromVersion: 'v1',
      toVersion: 'v8',
      files: [PRODUCTION],
    });
    expect(asked).toEqual([credentials]);
    expect(await read(PRODUCTION, BRANCH)).toBe(values(8, 5));
    const [pull] = await pulls();
    expect(pull.title).toBe('Roll back orders in production to v8');
    expect(pull.body).toContain('that this takes away');

    expect((await run()).output).toMatchObject({
      status: 'unchanged',
      pullRequestNumber: 1,
    });
    await merge(1);
    expect((await run()).output).toMatchObject({
      status: 'unchanged',
      message: expect.stringContaining('Git names v8 for orders'),
    });
  });

  it('takes the version as Git had it at the commit of the deployment', async () => {
    const { commit } = await gitHub.api('GET', '/branches/main');
    await write(PRODUCTION, values(2, 7));
    const { output } = await run({
      deployments: [
        deployment(1, { revision: commit.sha, sourceRevision: undefined }),
      ],
    });
    expect(output).toMatchObject({ fromVersion: 'v2', toVersion: 'v1' });
    // With the source commit, which the record does not have.
    expect(await read(PRODUCTION, BRANCH)).toBe(values(1, 7));
  });

  it('goes by the record where Git does not have that commit any more', async () => {
    const { output } = await run({
      deployments: [deployment(8, { revision: 'e'.repeat(40) })],
    });
    expect(output).toMatchObject({ toVersion: 'v8' });
  });

  it('goes back to one that is named, good or not, with a reason', async () => {
    const input = { deployment: 'd9' };
    await expect(run({ input })).rejects.toThrow(
      /v9 is not known to be good: it was not healthy.*give a reason/,
    );
    await run({ input: { ...input, reason: 'v8 loses money' } });
    const [pull] = await pulls();
    expect(pull.body).toContain('v9 is not known to be good');
    expect(pull.body).toContain('v8 loses money');
  });

  it.each<[string, Options, RegExp]>([
    [
      'where there is no good one',
      { deployments: [history[0]] },
      /no version to go back to: no earlier deployment/,
    ],
    [
      'where nothing is recorded',
      { deployments: [] },
      /is recorded that you may see/,
    ],
    [
      'a deployment of another environment',
      { input: { deployment: 'x' } },
      /no deployment x in production/,
    ],
    [
      'an environment that CI writes',
      {
        input: { environment: 'dev' },
        deployments: [deployment(8, { environment: 'dev' })],
      },
      /written by CI alone/,
    ],
    ['somebody who does not own it', { memberships: [] }, /you do not own/],
    [
      'an entity that is not there',
      { entities: [] },
      /no entity component:default\/orders/,
    ],
  ])('refuses %s, and writes nothing', async (_, options, message) => {
    await expect(run(options)).rejects.toThrow(message);
    expect(await pulls()).toEqual([]);
  });

  it('names a deployment in an example, too', async () => {
    const { output } = await releases.run(createRollbackAction, {
      input: exampleInput(examples[1]),
      deployments: [deployment(3, { id: '0b6d1c1e' })],
    });
    expect(output).toMatchObject({ toVersion: 'v3', deployment: '0b6d1c1e' });
  });

  it('predicts its outputs in a dry run, and writes nothing', async () => {
    const { output } = await run({ isDryRun: true });
    expect(output).toMatchObject({ status: 'created', toVersion: 'v8' });
    expect(await pulls()).toEqual([]);
  });
});
