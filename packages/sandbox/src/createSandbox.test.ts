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
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { writeSeed } from './__testUtils__/startTestGitHub';
import { type SandboxOptions, createSandbox } from './createSandbox';
import { listenOnLoopback } from './server/listenOnLoopback';

describe('createSandbox', () => {
  let root: string;
  let options: SandboxOptions;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'sandbox-all-'));
    const application =
      'repoURL: https://github.com/acme/gitops-platform.git\n';
    const seedDirectory = await writeSeed(join(root, 'seed'), {
      'applications/a.yaml': `${application}other: https://github.com/acme/*\n`,
      'docs/a.md': application,
    });
    options = {
      directory: join(root, 'state'),
      github: { port: 0 },
      argocd: {
        instances: [
          { name: 'main', port: 0 },
          { name: 'second', port: 0 },
        ],
      },
      vault: { port: 0 },
      traefik: { instances: [{ name: 'main', ports: [0, 0] }] },
      seedDirectory,
      logger: mockServices.logger.mock(),
    };
  });
  afterEach(async () => {
    await rm(root, { recursive: true, force: true });
  });

  it('starts GitHub with the seed at its own address, and each Argo CD', async () => {
    const sandbox = await createSandbox(options);
    const base = `${sandbox.githubUrl}/acme/gitops-platform`;
    const read = async (path: string) =>
      (await fetch(`${base}/raw/main/${path}`)).text();
    expect(await read('platform.yaml')).toContain(`url: ${base}.git`);
    expect(await read('applications/a.yaml')).toBe(
      `repoURL: ${base}.git\nother: ${sandbox.githubUrl}/acme/*\n`,
    );
    expect(await read('docs/a.md')).toContain('https://github.com/acme');
    expect(sandbox.argocd.map(({ name }) => name)).toEqual(['main', 'second']);
    for (const { url } of sandbox.argocd) {
      const version = await fetch(`${url}/api/version`);
      expect(version.status).toBe(200);
      const faults = await fetch(`${url}/_sandbox/faults`);
      expect(await faults.json()).toEqual({ faults: [] });
    }
    const health = await fetch(`${sandbox.vaultUrl}/v1/sys/health`);
    expect(health.status).toBe(200);
    const [{ urls }] = sandbox.traefik;
    expect(urls).toHaveLength(2);
    for (const url of [...urls, `${sandbox.vaultUrl}`]) {
      const faults = await fetch(`${url}/_sandbox/faults`);
      expect(await faults.json()).toEqual({ faults: [] });
    }
    expect((await fetch(`${urls[1]}/api/http/routers`)).status).toBe(200);
    await sandbox.stop();
    await expect(fetch(base)).rejects.toThrow(/fetch failed/);
  });

  it('names the port that is taken, and leaves nothing running', async () => {
    const first = await createSandbox(options);
    const { port } = new URL(first.argocd[0].url);
    const second = createSandbox({
      ...options,
      directory: join(root, 'other'),
      argocd: { instances: [{ name: 'main', port: Number(port) }] },
    });
    await expect(second).rejects.toThrow(
      `Port ${port} is in use, and the Argo CD stand-in 'main' needs it`,
    );
    await first.stop();
  });

  it('wants a cluster for every Traefik, and leaves nothing running', async () => {
    const call = createSandbox({
      ...options,
      traefik: { instances: [{ name: 'other', ports: [0] }] },
    });
    await expect(call).rejects.toThrow(
      "There is no Argo CD 'other' whose cluster the Traefik 'other' could be in",
    );
  });

  it('warns where the state was made on another port', async () => {
    const logger = mockServices.logger.mock();
    const first = await createSandbox(options);
    await first.stop();
    const { port } = new URL(first.githubUrl);
    const other = await listenOnLoopback({ port: Number(port), name: 'other' });
    const second = await createSandbox({ ...options, logger });
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining(
        `says ${first.githubUrl}/acme/gitops-platform.git, and this sandbox is ${second.githubUrl}`,
      ),
    );
    await second.stop();
    await other.close();
  });

  it('says what is wrong with a seed', async () => {
    const call = createSandbox({ ...options, seedDirectory: __dirname });
    await expect(call).rejects.toThrow(/no platform.yaml with repository.url/);
  });
});
