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

import { mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sandboxCommand } from '../bootstrap/sandboxCommand.mjs';
import { Services } from '../bootstrap/services.mjs';

/** A sandbox of its own on free ports, with what the contract suite wants to know of a target. */
export async function startSandboxTarget() {
  const directory = mkdtempSync(path.join(tmpdir(), 'gitops-contract-'));
  const services = new Services(path.join(directory, 'logs'));
  const [githubPort, argocdPort] = [await freePort(), await freePort()];
  async function stop() {
    await services.stop();
    rmSync(directory, { recursive: true, force: true });
  }
  services.start(
    'sandbox',
    sandboxCommand({
      directory: path.join(directory, 'state'),
      githubPort,
      argocd: { main: argocdPort },
      env: process.env,
    }),
    { env: process.env },
  );
  const url = `http://localhost:${argocdPort}`;
  try {
    await services.waitFor('sandbox', 60, () => hasApplication(url));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    stop,
    target: {
      ARGOCD_URL: url,
      ARGOCD_BACKSTAGE_TOKEN: 'sandbox-token',
      ARGOCD_USERNAME: 'admin',
      ARGOCD_PASSWORD: 'sandbox',
      GIT_URL: `http://x-access-token:sandbox-token@localhost:${githubPort}/acme/gitops-platform.git`,
      CONTRACT_APPLICATION: 'welcome-dev',
      CONTRACT_FILE: 'applications/dev/welcome/values.yaml',
    },
  };
}

async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  const { port } = server.address();
  await new Promise(resolve => server.close(resolve));
  return port;
}

/** Ready means that a first Application is Synced and Healthy, as on a server that has been up for a while. */
async function hasApplication(url) {
  try {
    const response = await fetch(
      `${url}/api/v1/applications/welcome-dev?project=workloads-dev`,
      {
        headers: { Authorization: 'Bearer sandbox-token' },
        signal: AbortSignal.timeout(2000),
      },
    );
    const { status } = await response.json();
    return (
      status?.sync?.status === 'Synced' && status?.health?.status === 'Healthy'
    );
  } catch {
    return false;
  }
}
