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

import { ArgoCdServer } from '../../__testUtils__/ArgoCdServer';
import { GitSandbox } from '../../__testUtils__/GitSandbox';
import {
  COLLECTOR,
  PLATFORM,
  PLATFORM_TREE,
} from '../../__testUtils__/platformTree';

const DESTINATION = 'destination: { name: in-cluster, namespace: web-dev }';

/** An Application of plain manifests: a store, and secrets that are read from it. */
const FILES = {
  ...PLATFORM_TREE,
  'bootstrap/apps/applications-dev.yaml': COLLECTOR,
  'bootstrap/apps/projects.yaml': PLATFORM_TREE[
    'bootstrap/apps/projects.yaml'
  ].replace(
    "clusterResourceWhitelist: [{ group: '', kind: Namespace }]",
    "clusterResourceWhitelist: [{ group: '*', kind: '*' }]",
  ),
  'applications/dev/web/application.yaml': `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: web-dev, namespace: argocd }
spec:
  project: workloads
  source: { repoURL: ${PLATFORM}, path: manifests, targetRevision: main }
  ${DESTINATION}
  syncPolicy: { automated: { prune: true, selfHeal: true } }`,
  'manifests/store.yaml': `apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: vault }
spec:
  provider:
    vault: { server: 'http://vault.vault:8200', path: secret, version: v2 }`,
  'manifests/secret.yaml': `apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: web-database }
spec:
  refreshInterval: 1h0m0s
  secretStoreRef: { kind: ClusterSecretStore, name: vault }
  target: { name: web-database, deletionPolicy: Retain }
  dataFrom: [{ extract: { key: dev/web/database } }]
  data: [{ secretKey: url, remoteRef: { key: dev/web/extra, property: URL } }]`,
};

describe('ExternalSecrets', () => {
  let git: GitSandbox;
  let argocd: ArgoCdServer;
  let secrets: Map<string, Record<string, unknown>>;
  let problem: string | undefined;
  let time: number;

  beforeEach(async () => {
    git = await GitSandbox.create();
    secrets = new Map<string, Record<string, unknown>>([
      ['secret/dev/web/extra', { URL: 'canary' }],
    ]);
    problem = undefined;
    time = Date.parse('2026-11-21T10:00:00Z');
    await git.commit('acme/gitops-platform', FILES);
    argocd = await ArgoCdServer.start(git, {
      now: () => new Date(time),
      secrets: {
        problem: () => problem,
        read: ({ mount, path }) => secrets.get(`${mount}/${path}`),
      },
    });
  });
  afterEach(async () => {
    await argocd.stop();
    await git.dispose();
  });

  async function nodes() {
    const { json } = await argocd.call(
      '/api/v1/applications/web-dev/resource-tree',
    );
    return Object.values(json.nodes);
  }

  async function status(kind = 'ExternalSecret', name = 'web-database') {
    const query = new URLSearchParams({
      group: 'external-secrets.io',
      kind,
      resourceName: name,
      namespace: kind === 'ExternalSecret' ? 'web-dev' : '',
      version: 'v1',
    });
    const { json } = await argocd.call(
      `/api/v1/applications/web-dev/resource?${query}`,
    );
    return JSON.parse(String(json.manifest)).status;
  }

  const refresh = () =>
    argocd.call('/_sandbox/externalsecrets/web-dev/web-database/refresh', {
      method: 'POST',
    });

  it('say what is missing, and are synced once it is there', async () => {
    const degraded = await argocd.until(
      'web-dev',
      one => one.status.health.status === 'Degraded',
    );
    expect(degraded.status.resources).toContainEqual(
      expect.objectContaining({
        kind: 'ExternalSecret',
        health: {
          status: 'Degraded',
          message: 'could not get secret data from provider',
        },
      }),
    );
    expect(await status()).toMatchObject({
      conditions: [
        { type: 'Ready', status: 'False', reason: 'SecretSyncedError' },
      ],
      refreshTime: null,
    });
    const tree = await nodes();
    expect(tree.map(({ kind }) => kind)).not.toContain('Secret');
    const secret = tree.find(({ kind }) => String(kind) === 'ExternalSecret');
    const events = await argocd.call(
      `/api/v1/applications/web-dev/events?resourceUID=${secret?.uid}&resourceName=web-database&resourceNamespace=web-dev`,
    );
    expect(events.text).toContain(
      'error processing spec.dataFrom[0].extract, err: Secret does not exist',
    );

    secrets.set('secret/dev/web/database', { PASSWORD: 'canary' });
    await argocd.untilHealthy('web-dev');
    expect(await status()).toMatchObject({
      binding: { name: 'web-database' },
      conditions: [
        { status: 'True', reason: 'SecretSynced', message: 'secret synced' },
      ],
      refreshTime: '2026-11-21T10:00:00Z',
      syncedResourceVersion: expect.stringMatching(/^1-[0-9a-f]{56}$/),
    });
    expect((await nodes()).map(({ kind }) => kind)).toContain('Secret');
    expect(JSON.stringify(await nodes())).not.toContain('canary');
  });

  it('are refreshed when their interval is over, or somebody asks', async () => {
    secrets.set('secret/dev/web/database', { PASSWORD: '1' });
    await argocd.untilHealthy('web-dev');
    secrets.delete('secret/dev/web/extra');
    time += 30 * 60_000;
    expect((await status()).refreshTime).toBe('2026-11-21T10:00:00Z');
    expect((await refresh()).status).toBe(204);
    expect(await status()).toMatchObject({
      conditions: [
        {
          status: 'False',
          lastTransitionTime: '2026-11-21T10:30:00Z',
        },
      ],
      // What was brought over stays where the policy is to retain it.
      refreshTime: '2026-11-21T10:00:00Z',
    });
    expect((await nodes()).map(({ kind }) => kind)).toContain('Secret');

    secrets.set('secret/dev/web/extra', { URL: '2' });
    await argocd.untilHealthy('web-dev');
    expect((await status()).refreshTime).toBe('2026-11-21T10:30:00Z');
    time += 61 * 60_000;
    await argocd.until('web-dev', () => true);
    await new Promise(done => setTimeout(done, 1500));
    expect((await status()).refreshTime).toBe('2026-11-21T11:31:00Z');
    const none = await argocd.call(
      '/_sandbox/externalsecrets/web-dev/nosuch/refresh',
      { method: 'POST' },
    );
    expect(none.status).toBe(404);
  });

  it('and their store say so while Vault cannot be asked', async () => {
    secrets.set('secret/dev/web/database', { PASSWORD: '1' });
    await argocd.untilHealthy('web-dev');
    problem = 'Vault is sealed';
    await argocd.until(
      'web-dev',
      one => one.status.health.status === 'Degraded',
    );
    expect(await status('ClusterSecretStore', 'vault')).toMatchObject({
      conditions: [{ status: 'False', reason: 'ValidationFailed' }],
    });
    // It was synced, and its time has not come.
    expect((await status()).conditions[0].status).toBe('True');
    problem = undefined;
    await argocd.untilHealthy('web-dev');
    expect(await status('ClusterSecretStore', 'vault')).toMatchObject({
      capabilities: 'ReadWrite',
      conditions: [{ status: 'True', reason: 'Valid' }],
    });
  });
});
