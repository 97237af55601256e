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

import type { GitOpsConfig } from '@gitops-platform/backstage-plugin-gitops-node';
import { componentOf } from '../../__testUtils__/componentOf';
import { storedApplication } from '../../__testUtils__/storedApplication';
import { GITOPS_URL } from '../../__testUtils__/rawApplication';
import type { AppliedResource } from '../../argocd/applied/AppliedResource';
import type { StoredApplication } from '../../argocd/store';
import { commit, overviewOf } from '../__testUtils__/facts';
import { GitFacts } from './GitFacts';
import { siblingOf } from './siblingOf';

const config: Pick<
  GitOpsConfig,
  'environments' | 'environmentLabel' | 'repositories'
> = {
  environments: ['dev', 'production'].map(name => ({
    name,
    aliases: [],
    clusters: [],
  })),
  environmentLabel: 'environment',
  repositories: [
    {
      url: GITOPS_URL,
      branch: 'main',
      path: 'applications/{environment}/{service}',
      version: {
        kind: 'helm-values',
        file: 'values.yaml',
        paths: ['image.tag'],
      },
    },
  ],
};
const source = { repoUrl: `${GITOPS_URL}.git`, path: 'charts/my-microservice' };
const ordersDev = storedApplication({
  instance: 'main',
  namespace: 'argocd',
  name: 'orders-dev',
  labels: { environment: 'dev', 'app.kubernetes.io/name': 'orders' },
  sources: [source],
  revisions: [commit('a')],
  history: [],
});
const rollout = (name: string, aborted: boolean): AppliedResource => ({
  group: 'argoproj.io',
  version: 'v1alpha1',
  kind: 'Rollout',
  name,
  facts: { aborted, images: ['orders:2'] },
});

function setUp(app: StoredApplication, resources: AppliedResource[] = []) {
  const versions = {
    known: jest.fn(() => ({})),
    loadPast: jest.fn(async () => {}),
    of: jest.fn((asked: StoredApplication) => ({ images: [asked.name] })),
    past: jest.fn(() => ({ images: ['before'] })),
  };
  const applied = {
    edition: jest.fn(() => '1'),
    known: jest.fn(() => resources),
    read: jest.fn(async () => ({ instances: [] })),
  };
  const facts = GitFacts.create({
    config,
    claimed: {
      claimOf: () => ({ names: [] }),
      environmentOf: () => 'dev',
      find: () => [app],
    },
    versions,
    applied,
  });
  const of = (...names: string[]) =>
    facts.of(
      { entity: componentOf('orders', {}) },
      names.map(name => overviewOf('dev', { name })),
    );
  return { of, versions, applied };
}

describe('GitFacts', () => {
  it('tells of Applications that are shown, and of environments without one', () => {
    const { of, applied } = setUp(ordersDev);
    const { versions, elsewhere, abortedRollouts } = of('orders-dev');
    expect([...versions]).toEqual([
      [
        'main/argocd/orders-dev',
        { desired: { images: ['orders-dev'] }, deployed: {} },
      ],
    ]);
    expect([...elsewhere]).toEqual([
      ['production', { images: ['orders-production'] }],
    ]);
    expect(abortedRollouts.size).toBe(0);
    expect(applied.read).not.toHaveBeenCalled();
  });

  it('tells nothing of what is not shown', () => {
    const { of, versions } = setUp(ordersDev);
    const facts = of('another');
    expect(facts.versions.size).toBe(0);
    expect(facts.elsewhere.size).toBe(0);
    expect(versions.of).not.toHaveBeenCalled();
  });

  it('reads what was deployed, where Git has moved on', () => {
    const latest = {
      id: 1,
      deployedAt: '2026-11-20T10:00:00Z',
      revisions: [commit('b')],
      sources: [source],
    };
    const app = storedApplication({ ...ordersDev, history: [latest] });
    const { of, versions } = setUp(app);
    expect(of('orders-dev').versions.get('main/argocd/orders-dev')).toEqual({
      desired: { images: ['orders-dev'] },
      deployed: { images: ['before'] },
    });
    expect(versions.loadPast).toHaveBeenCalledWith(app, latest);
  });

  it('looks for aborted Rollouts of what is not healthy, without waiting', () => {
    const app = storedApplication({ ...ordersDev, health: 'Degraded' });
    const { of, applied } = setUp(app, [
      rollout('orders', true),
      rollout('worker', false),
    ]);
    const { abortedRollouts, fingerprint } = of('orders-dev');
    expect([...abortedRollouts]).toEqual([
      ['main/argocd/orders-dev', [{ name: 'orders', images: ['orders:2'] }]],
    ]);
    expect(applied.read).toHaveBeenCalledWith(app);
    const before = JSON.stringify(fingerprint());
    applied.edition.mockReturnValue('2');
    expect(JSON.stringify(fingerprint())).not.toBe(before);
  });
});

describe('siblingOf', () => {
  it('has the files of the other environment, whatever source names the folder', () => {
    const inFolder = storedApplication({
      ...ordersDev,
      name: 'somehow',
      labels: { environment: 'dev' },
      sources: [{ ...source, path: 'applications/dev/orders' }],
    });
    for (const app of [ordersDev, inFolder]) {
      expect(siblingOf(app, 'production', config)).toMatchObject({
        name: 'orders-production',
        labels: { environment: 'production' },
        revisions: [commit('a')],
      });
    }
  });

  it('is not known for what no repository of ours deploys', () => {
    const foreign = storedApplication({
      ...ordersDev,
      sources: [{ ...source, repoUrl: 'https://elsewhere.example/a/b' }],
    });
    expect(siblingOf(foreign, 'production', config)).toBeUndefined();
  });
});
