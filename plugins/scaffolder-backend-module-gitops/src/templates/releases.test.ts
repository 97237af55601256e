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

import type {
  EntityApplications,
  RecordedDeployment,
} from '@gitops-platform/backstage-plugin-gitops-common';
import {
  overview,
  PRODUCTION,
  useReleasedGitHub,
  values,
  version,
} from '../actions/release/__testUtils__/useReleases';
import { startReleases } from './__testUtils__/startReleases';

jest.setTimeout(60_000);

const component = 'component:default/orders';
const environment = 'production';

describe('the templates of releases', () => {
  const gitHub = useReleasedGitHub();
  let portal: Awaited<ReturnType<typeof startReleases>>;
  let applications: EntityApplications;
  const deployments: RecordedDeployment[] = [];

  beforeEach(async () => {
    deployments.length = 0;
    applications = {
      claim: { names: [], missing: [] },
      items: [overview('staging', 2)],
      hidden: 0,
      pullRequests: [],
      instances: [{ name: 'main', status: 'ok' }],
    };
    portal = await startReleases(gitHub, {
      getEntityApplications: async () => applications,
      getEntityDeployments: async () => ({
        from: '',
        to: '',
        items: deployments,
        environments: [],
        hidden: 0,
        instances: [],
      }),
    });
  });
  afterEach(() => portal.stop());

  const production = async () => {
    const { content } = await gitHub.api('GET', `/contents/${PRODUCTION}`);
    return Buffer.from(content, 'base64').toString('utf8');
  };
  const merge = (number: number) =>
    gitHub.api('PUT', `/pulls/${number}/merge`, { merge_method: 'squash' });

  it('promote, say where, find nothing to do after the merge, and roll back', async () => {
    const promoted = await portal.run('promote-release', {
      component,
      environment,
      from: '',
      reason: '',
      change: 'v1 → v2',
    });
    expect(promoted).toMatchObject({ status: 'completed' });
    expect(promoted.output?.links).toEqual([
      expect.objectContaining({
        title: 'Pull request',
        url: `${gitHub.url}/pull/1`,
      }),
      expect.objectContaining({ entityRef: component }),
    ]);
    expect(promoted.output?.text).toEqual([
      expect.objectContaining({
        title: 'What happens next',
        content: expect.stringMatching(
          /#1.* takes production from `v1` to `v2`, the version of staging\. Merge it/,
        ),
      }),
    ]);
    await merge(1);
    expect(await production()).toBe(values(2, 5));

    const again = await portal.run('promote-release', {
      component,
      environment,
    });
    expect(again.output?.text).toEqual([
      expect.objectContaining({
        title: 'Nothing to change',
        content: expect.stringContaining('Git names v2 for orders'),
      }),
    ]);

    deployments.push({
      id: 'd1',
      application: { instance: 'main', namespace: 'argocd', name: 'orders' },
      environment,
      cluster: 'c',
      kind: 'deployment',
      outcome: 'healthy',
      version: 'v1',
      images: [`ghcr.io/acme/orders:v1@${version(1).digest}`],
      sourceRevision: version(1).sourceRevision,
      deployedAt: '2026-05-01T10:00:00Z',
      canRollBackTo: true,
    });
    const back = await portal.run('rollback-release', {
      component,
      environment,
    });
    expect(back.output?.text?.[0].content).toMatch(
      /#2.* takes production back from `v2` to `v1`\. Merge it/,
    );
    await merge(2);
    expect(await production()).toBe(values(1, 5));
  });

  it.each<[string, string, Record<string, unknown>, string, RegExp]>([
    ['promote-release', 'no component', { environment }, '400', /component/],
    ['promote-release', 'no environment', { component }, '400', /environment/],
    [
      'promote-release',
      'an environment that CI writes',
      { component, environment: 'dev' },
      'failed',
      /written by CI alone[^]*Nothing has changed in dev/,
    ],
    [
      'promote-release',
      'a reason that is a novel',
      { component, environment, reason: 'x'.repeat(501) },
      '400',
      /reason/,
    ],
    [
      'rollback-release',
      'nothing to go back to',
      { component, environment },
      'failed',
      /no version to go back to[^]*Nothing has changed in production/,
    ],
  ])('%s opens nothing with %s', async (name, _, given, status, log) => {
    const result = await portal.run(name, given);
    expect(result.status).toBe(status);
    expect(result.log).toMatch(log);
    expect(await gitHub.api('GET', '/pulls?state=all')).toEqual([]);
  });

  it('promotes what is not well with a reason alone', async () => {
    applications.items = [overview('staging', 2, { health: 'Degraded' })];
    const given = { component, environment };
    expect(await portal.run('promote-release', given)).toMatchObject({
      status: 'failed',
      log: expect.stringMatching(/orders-staging is Degraded.*give a reason/),
    });
    expect(
      await portal.run('promote-release', { ...given, reason: 'A load test' }),
    ).toMatchObject({ status: 'completed' });
  });

  it('can be tried out in the template editor', async () => {
    const { status, body } = await portal.dryRun('promote-release', {
      component,
      environment,
    });
    expect(status).toBe(200);
    expect(body.output.text[0].content).toContain('from `v1` to `v2`');
    expect(await gitHub.api('GET', '/pulls?state=all')).toEqual([]);
  });
});
