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

import { ConsoleLogger } from './ConsoleLogger';
import { createSandbox } from './createSandbox';
import { parseArguments } from './parseArguments';

async function main(): Promise<void> {
  const {
    directory,
    seedDirectory,
    githubPort,
    instances,
    vaultPort,
    traefik,
    sessionSeconds,
    pace,
    tools,
  } = parseArguments(process.argv.slice(2), process.env);
  const sandbox = await createSandbox({
    directory,
    seedDirectory,
    github: { port: githubPort },
    argocd: { instances, sessionSeconds, pace },
    vault: { port: vaultPort },
    traefik: { instances: traefik },
    tools,
    logger: new ConsoleLogger('[sandbox]'),
  });
  process.stdout.write(`GitHub stand-in: ${sandbox.githubUrl}\n`);
  for (const { name, url } of sandbox.argocd) {
    process.stdout.write(`Argo CD stand-in '${name}': ${url}\n`);
  }
  process.stdout.write(`Vault stand-in: ${sandbox.vaultUrl}\n`);
  for (const { name, urls } of sandbox.traefik) {
    process.stdout.write(`Traefik stand-in '${name}': ${urls.join(', ')}\n`);
  }

  let stopping = false;
  const stop = () => {
    if (stopping) {
      return;
    }
    stopping = true;
    sandbox.stop().then(
      () => process.exit(0),
      error => {
        process.stderr.write(`The sandbox did not stop cleanly: ${error}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

main().catch(error => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
});
