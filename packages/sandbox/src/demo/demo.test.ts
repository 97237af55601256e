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

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { findTool } from '../argocd/__testUtils__/GitSandbox';
import { createSandbox, type Sandbox } from '../createSandbox';
import { ROOT_TOKEN } from '../vault';

/** Parsed JSON whose fields a test looks at without further ado. */
interface AnyJson {
  [field: string]: AnyJson;
}

describe('the demo', () => {
  let directory: string;
  let sandbox: Sandbox;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'sandbox-demo-'));
    sandbox = await createSandbox({
      directory,
      github: { port: 0 },
      argocd: { instances: [{ name: 'main', port: 0 }], pace: 0.05 },
      vault: { port: 0 },
      traefik: { instances: [{ name: 'main', ports: [0, 0] }] },
      seedDirectory: resolve(__dirname, '../../../../gitops-platform'),
      tools: { helm: findTool('helm'), kustomize: findTool('kustomize') },
      logger: mockServices.logger.mock(),
    });
  });
  afterAll(async () => {
    await sandbox.stop();
    await rm(directory, { recursive: true, force: true });
  });

  async function json(url: string, headers: Record<string, string> = {}) {
    const response = await fetch(url, { headers });
    const body: AnyJson = await response.json();
    return body;
  }

  async function post(url: string, body: object, token?: string) {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(token ? { 'X-Vault-Token': token } : {}),
      },
      body: JSON.stringify(body),
    });
    expect(response.ok).toBe(true);
  }

  async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
    const deadline = Date.now() + 50_000;
    for (;;) {
      const found = await look();
      if (found !== undefined) {
        return found;
      }
      if (Date.now() > deadline) {
        throw new Error('it never came to that');
      }
      await new Promise(done => setTimeout(done, 200));
    }
  }

  const argocd = () => sandbox.argocd[0].url;

  async function application(name: string) {
    const { items } = await json(
      `${argocd()}/api/v1/applications?name=${name}`,
      {
        Authorization: 'Bearer sandbox-token',
      },
    );
    return Object.values(items ?? {}).find(one => one);
  }

  const withHealth = async (name: string, health: string) =>
    until(async () => {
      const found = await application(name);
      return String(found?.status?.health?.status) === health
        ? found
        : undefined;
    });

  const routers = async (replica = 0) =>
    Object.values(
      await json(`${sandbox.traefik[0].urls[replica]}/api/http/routers`),
    ).map(({ rule }) => String(rule));

  it('has a service whose environments are behind each other, by commits that can be compared', async () => {
    const commits: string[] = [];
    for (const environment of ['dev', 'staging', 'production']) {
      const values = await fetch(
        `${sandbox.githubUrl}/acme/gitops-platform/raw/main/applications/${environment}/orders/values.yaml`,
      );
      const text = await values.text();
      const revision = /sourceRevision: '?([0-9a-f]{40})/.exec(text)?.[1] ?? '';
      expect(text).toContain(`tag: sha-${revision.slice(0, 12)}`);
      commits.push(revision);
      const found = await withHealth(`orders-${environment}`, 'Healthy');
      expect(JSON.stringify(found.status.summary.images)).toContain(
        revision.slice(0, 12),
      );
    }
    const [dev, staging, production] = commits;
    const api = `${sandbox.githubUrl}/api/v3/repos/acme/orders`;
    const compared = await json(`${api}/compare/${staging}...${dev}`);
    expect(compared).toMatchObject({ status: 'ahead', ahead_by: 2 });
    expect(
      Object.values(compared.commits).map(({ commit }) => commit.message),
    ).toEqual([
      'Ask the stock service a second time when it is busy',
      'Answer /readyz only when the database does',
    ]);
    expect(
      await json(`${api}/compare/${production}...${staging}`),
    ).toMatchObject({ ahead_by: 1 });
  });

  it('has the routes that Argo CD has applied, on both replicas, and none without a pod', async () => {
    await withHealth('welcome-production', 'Healthy');
    const host = 'Host(`welcome.acme.example`)';
    for (const replica of [0, 1]) {
      await until(async () =>
        (await routers(replica)).includes(host) ? true : undefined,
      );
    }
    const crash = `${argocd()}/_sandbox/workloads/welcome-production/welcome/crash`;
    await post(crash, { crashing: true });
    await withHealth('welcome-production', 'Progressing');
    await until(async () =>
      (await routers()).includes(host) ? undefined : true,
    );
    expect(await routers(1)).not.toContain(host);
    await post(crash, { crashing: false });
    await withHealth('welcome-production', 'Healthy');
  });

  it('has secrets that come from its Vault, by a store that names it in the cluster', async () => {
    await withHealth('external-secrets-config-in-cluster', 'Healthy');
    await withHealth('welcome-dev', 'Healthy');
    const metadata = `${sandbox.vaultUrl}/v1/secret/metadata/dev/welcome/database`;
    await fetch(metadata, {
      method: 'DELETE',
      headers: { 'X-Vault-Token': ROOT_TOKEN },
    });
    await post(
      `${argocd()}/_sandbox/externalsecrets/welcome-dev/welcome-database/refresh`,
      {},
    );
    await withHealth('welcome-dev', 'Degraded');
    await post(
      `${sandbox.vaultUrl}/v1/secret/data/dev/welcome/database`,
      { data: { DATABASE_URL: 'made-up' } },
      ROOT_TOKEN,
    );
    const mended = await withHealth('welcome-dev', 'Healthy');
    expect(mended.status.sync.status).toBe('Synced');
  });
});
