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

import { ArgoCdServer } from '../__testUtils__/ArgoCdServer';
import { GitSandbox } from '../__testUtils__/GitSandbox';
import { PLATFORM, PLATFORM_TREE } from '../__testUtils__/platformTree';

jest.setTimeout(60_000);

const hook = (name: string) => `apiVersion: batch/v1
kind: Job
metadata: { name: ${name}, annotations: { argocd.argoproj.io/hook: PreSync } }
spec: { template: { spec: { containers: [{ name: m, image: "acme/m:1" }] } } }
`;

const application = (name: string) =>
  JSON.stringify({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name, namespace: 'argocd' },
    spec: {
      project: 'default',
      source: { repoURL: PLATFORM, path: name, targetRevision: 'main' },
      destination: { name: 'in-cluster', namespace: name },
    },
  });

const CONFIG_MAP = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n';

describe('an operation that runs', () => {
  let git: GitSandbox;
  let argocd: ArgoCdServer;

  const begin = async (name: string) => {
    await argocd.call(`/api/v1/applications/${name}/sync`, {
      method: 'POST',
      body: {},
    });
    const { status } = await argocd.until(
      name,
      ({ status: { operationState } }) => Boolean(operationState?.message),
    );
    return status.operationState;
  };

  beforeAll(async () => {
    git = await GitSandbox.create();
    const revision = await git.commit('acme/gitops-platform', {
      ...PLATFORM_TREE,
      'bootstrap/root.yaml': ['plain', 'hooked']
        .map(application)
        .join('\n---\n'),
      'plain/a.yaml': CONFIG_MAP,
      'hooked/a.yaml': CONFIG_MAP,
      'hooked/one.yaml': hook('one'),
      'hooked/two.yaml': hook('two'),
    });
    // Long enough for a test never to see the end of it.
    argocd = await ArgoCdServer.start(git, { timing: { syncing: 600_000 } });
    for (const name of ['plain', 'hooked']) {
      await argocd.until(
        name,
        ({ status }) => status.sync.revision === revision,
      );
    }
  });

  afterAll(async () => {
    await argocd.stop();
    await git.dispose();
  });

  it('says that it does', async () => {
    expect(await begin('plain')).toMatchObject({
      phase: 'Running',
      message: 'one or more tasks are running',
    });
  });

  it('says which hooks it waits for, and keeps them when it is terminated', async () => {
    const waiting = { hookType: 'PreSync', hookPhase: 'Running' };
    const resources = [
      { name: 'one', ...waiting },
      { name: 'two', ...waiting },
    ];
    expect(await begin('hooked')).toMatchObject({
      message: 'waiting for completion of hook batch/Job/one and 1 more hooks',
      syncResult: { resources },
    });
    await argocd.call('/api/v1/applications/hooked/operation', {
      method: 'DELETE',
    });
    const { status } = await argocd.until('hooked', one => !one.operation);
    expect(status.operationState).toMatchObject({
      phase: 'Failed',
      message: 'Operation terminated',
      syncResult: { resources },
    });
  });
});
