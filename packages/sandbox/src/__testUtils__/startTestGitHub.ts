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

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { Octokit } from '@octokit/rest';
import { type RunningGitHub, SANDBOX_TOKEN, startGitHub } from '../github';

const PLATFORM = `organisation: acme
repository: { url: https://github.com/acme/gitops-platform.git, branch: main }
registry: ghcr.io/acme
environments:
  - { name: dev, domain: dev.acme.example, cluster: in-cluster, writer: ci }
  - { name: production, domain: acme.example, cluster: in-cluster, writer: promotion }
`;

/** The seed that tests begin with; `files` come on top. */
export async function writeSeed(
  directory: string,
  files: Record<string, string> = {},
): Promise<string> {
  const all = {
    'platform.yaml': PLATFORM,
    'README.md': '# Platform\n',
    ...files,
  };
  for (const [path, content] of Object.entries(all)) {
    const target = join(directory, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  }
  return directory;
}

/** A GitHub stand-in in a folder of its own, with a client for it. */
export interface TestGitHub extends RunningGitHub {
  octokit: Octokit;
  anonymous: Octokit;
  directory: string;
  /** Stops it and starts it again over the same folder, on the same port. */
  restart(changed?: { ciDelayMs?: number }): Promise<void>;
  remove(): Promise<void>;
}

function client(url: string, auth?: string): Octokit {
  const quiet = { debug() {}, info() {}, warn() {}, error() {} };
  return new Octokit({ baseUrl: `${url}/api/v3`, auth, log: quiet });
}

/** Starts one; the caller removes it. */
export async function startTestGitHub(
  options: { seed?: Record<string, string>; ciDelayMs?: number } = {},
): Promise<TestGitHub> {
  const root = await mkdtemp(join(tmpdir(), 'sandbox-test-'));
  const directory = join(root, 'state');
  const seedDirectory = await writeSeed(join(root, 'seed'), options.seed);
  const start = (port: number, ciDelayMs = options.ciDelayMs ?? 0) =>
    startGitHub({
      directory,
      port,
      organisation: 'acme',
      seedDirectory,
      ciDelayMs,
      logger: mockServices.logger.mock(),
    });
  const running = await start(0);
  const { url } = running;
  const test: TestGitHub = {
    ...running,
    directory,
    octokit: client(url, SANDBOX_TOKEN),
    anonymous: client(url),
    restart: async ({ ciDelayMs } = {}) => {
      await test.stop();
      Object.assign(test, await start(Number(new URL(url).port), ciDelayMs));
    },
    remove: async () => {
      await test.stop();
      await rm(root, { recursive: true, force: true });
    },
  };
  return test;
}
