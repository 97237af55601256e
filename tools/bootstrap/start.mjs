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

import path from 'node:path';
import { startDemo } from './demo.mjs';
import { sandbox } from './paths.mjs';
import { Services } from './services.mjs';

const WELCOME = `
  GitOps Platform for Backstage is ready:   http://localhost:3000

  Sign in as guest: press Enter on the first page.

  Three things to try:
    1. Create -> Microservice: a name and an owner are enough.
    2. Open the pull request that it links to, and press Merge.
    3. Open the service's page in the catalog and watch the Argo CD card.

  The sandbox's GitHub:  http://localhost:7020      its Argo CD:  http://localhost:7021
            its Vault:   http://localhost:7022      its Traefik:  http://localhost:7023
  Logs and state are in .sandbox/ (delete it to start afresh). Ctrl-C stops everything.
`;

/**
 * Runs the whole product on loopback until Ctrl-C.
 *
 * @param {NodeJS.ProcessEnv} env - as `setUp` made it
 * @param {(line: string) => void} say
 */
export async function start(env, say) {
  const services = new Services(path.join(sandbox, 'logs'));
  let interrupted = false;
  const interruption = new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.once(signal, () => {
        interrupted = true;
        resolve();
      });
    }
  });

  async function runUntilOneEnds() {
    await startDemo(env, { say, services, directory: sandbox });
    process.stdout.write(WELCOME);
    throw services.failure(await services.firstToEnd());
  }

  try {
    await Promise.race([runUntilOneEnds(), interruption]);
  } catch (error) {
    // What ends because we end it is no failure.
    if (!interrupted) throw error;
  } finally {
    say('stopping');
    await services.stop();
  }
}
