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

import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../bootstrap/paths.mjs';
import { sandboxCommand } from '../bootstrap/sandboxCommand.mjs';
import { Services } from '../bootstrap/services.mjs';

/** As `packages/sandbox/src/vault/unseal.ts` has it. */
const UNSEAL_KEY = Buffer.from('the sandbox keeps no secret').toString('hex');

/** Fast enough for a test run, slow enough to see every stage. */
const PACE = '0.5';

/** A sandbox of its own on free ports, with what the contract suite wants to know of a target. */
export async function startSandboxTarget() {
  const directory = mkdtempSync(path.join(tmpdir(), 'gitops-contract-'));
  const [githubPort, argocdPort, vaultPort, ...traefikPorts] = await freePorts(
    5,
  );
  const vaultUrl = `http://localhost:${vaultPort}`;
  const [traefikUrl, secondTraefikUrl] = traefikPorts.map(
    port => `http://localhost:${port}`,
  );
  const url = `http://localhost:${argocdPort}`;
  let services;
  async function start() {
    services = new Services(path.join(directory, 'logs'));
    const env = { ...process.env, SANDBOX_PACE: PACE };
    const command = sandboxCommand({
      directory: path.join(directory, 'state'),
      githubPort,
      argocd: { main: argocdPort },
      vaultPort,
      traefik: { main: traefikPorts },
      env,
    });
    services.start('sandbox', command, { env });
    await services.waitFor('sandbox', 60, () => hasApplication(url));
  }
  // A test that wants the server restarted asks here: it runs in a process of its own.
  const restarter = http.createServer((_request, response) => {
    services
      .stop()
      .then(start)
      .then(
        () => response.end(),
        error => response.writeHead(500).end(String(error)),
      );
  });
  restarter.listen(0, '127.0.0.1');
  await once(restarter, 'listening');
  async function stop() {
    restarter.close();
    await services.stop();
    rmSync(directory, { recursive: true, force: true });
  }
  try {
    await start();
  } catch (error) {
    await stop();
    throw error;
  }
  const ask = path.join(root, 'tools/contract/restartSandbox.mjs');
  const at = `http://127.0.0.1:${restarter.address().port}`;
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
      CONTRACT_LOCKABLE_USERNAME: 'reader',
      CONTRACT_LOCKABLE_PASSWORD: 'reader',
      VAULT_ADDR: vaultUrl,
      VAULT_ROOT_TOKEN: 'sandbox-root-token',
      // What ends `sys/seal`, which the suite may then try.
      VAULT_UNSEAL_KEY: UNSEAL_KEY,
      // Where tokens of service accounts come from; on a real server the cluster's API issues them.
      VAULT_SERVICE_ACCOUNT_TOKENS_URL: `${vaultUrl}/_sandbox/serviceaccounts`,
      TRAEFIK_API_URL: traefikUrl,
      TRAEFIK_SECOND_API_URL: secondTraefikUrl,
      CONTRACT_RESTART: `"${process.execPath}" "${ask}" ${at}`,
    },
  };
}

/** Held together, so that none is given out twice. */
async function freePorts(count) {
  const servers = Array.from({ length: count }, () =>
    net.createServer().listen(0, '127.0.0.1'),
  );
  await Promise.all(servers.map(server => once(server, 'listening')));
  const ports = servers.map(server => server.address().port);
  await Promise.all(
    servers.map(server => new Promise(resolve => server.close(resolve))),
  );
  return ports;
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
