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

import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { requireFreePorts } from './ports.mjs';
import { sandboxCommand } from './sandboxCommand.mjs';

const PORTS = {
  'the app': 3000,
  'the backend': 7007,
  "the sandbox's GitHub": 7020,
  "the sandbox's Argo CD": 7021,
  "the sandbox's Vault": 7022,
  "the sandbox's Traefik": 7023,
  "the sandbox's second Traefik": 7024,
};

/** Refuses where a port that the demo listens on is taken. */
export async function requireDemoPorts() {
  await requireFreePorts(PORTS);
}

/**
 * Starts the sandbox, the backend and the app, and resolves once the first page can be opened.
 *
 * @param {NodeJS.ProcessEnv} env - as `setUp` made it
 * @param {{ say: (line: string) => void, services: import('./services.mjs').Services, directory: string }} options -
 *   `directory` keeps the sandbox's state and the database
 */
export async function startDemo(env, { say, services, directory }) {
  await requireDemoPorts();
  const database = path.join(directory, 'database');
  mkdirSync(database, { recursive: true });

  say('starting the sandbox, the backend and the app');
  services.start(
    'sandbox',
    sandboxCommand({
      directory: path.join(directory, 'state'),
      githubPort: PORTS["the sandbox's GitHub"],
      argocd: { main: PORTS["the sandbox's Argo CD"] },
      vaultPort: PORTS["the sandbox's Vault"],
      traefik: {
        main: [
          PORTS["the sandbox's Traefik"],
          PORTS["the sandbox's second Traefik"],
        ],
      },
      env,
    }),
    { env },
  );
  services.start('backstage', ['yarn', 'backstage-cli', 'repo', 'start'], {
    env: {
      ...env,
      GITOPS_DATABASE_DIRECTORY: database,
      // Backstage reads configuration from variables of this form.
      APP_CONFIG_gitops_tools_helm: env.GITOPS_HELM,
      BROWSER: 'none',
      FORCE_COLOR: '0',
    },
  });

  await services.waitFor('sandbox', 60, () => answers('http://localhost:7020'));
  say('the sandbox is up; the app is being compiled');
  await services.waitFor('backstage', 300, log =>
    stripVTControlCharacters(log).includes('compiled successfully'),
  );
  await services.waitFor('backstage', 300, () =>
    answers('http://localhost:7007/.backstage/health/v1/readiness'),
  );
}

async function answers(url) {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false;
  }
}
