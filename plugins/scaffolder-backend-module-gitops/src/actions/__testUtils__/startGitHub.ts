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

import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import {
  GitOpsRepositories,
  readGitOpsConfig,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { createSandbox, SANDBOX_TOKEN } from '@gitops-platform/sandbox';

const PLATFORM = `organisation: acme
repository: { url: https://github.com/acme/gitops-platform.git, branch: main }
registry: ghcr.io/acme
environments:
  - { name: dev, domain: dev.acme.example, cluster: in-cluster, writer: ci }
`;

/** A call that is made to fail; see the sandbox's own description. */
export interface SandboxFault {
  method?: string;
  path: string;
  kind: 'status' | 'reset' | 'truncated';
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
  times?: number;
  /** It is done, and only the answer is lost. */
  after?: boolean;
  /** From then on every call fails. */
  outage?: boolean;
}

/** The sandbox's GitHub over real git repositories, with `acme/gitops-platform` in it, for the tests of this file. */
export function useGitHub(files: Record<string, string>) {
  const directory = createMockDirectory();
  let sandbox: Awaited<ReturnType<typeof createSandbox>>;

  beforeEach(async () => {
    directory.setContent({
      seed: { 'platform.yaml': PLATFORM, ...files },
      state: {},
    });
    sandbox = await createSandbox({
      directory: directory.resolve('state'),
      seedDirectory: directory.resolve('seed'),
      github: { port: 0 },
      argocd: { instances: [] },
      ciDelayMs: 0,
      logger: mockServices.logger.mock(),
    });
  });
  afterEach(() => sandbox.stop());

  const call = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(`${sandbox.githubUrl}${path}`, {
      method,
      headers: {
        authorization: `token ${SANDBOX_TOKEN}`,
        'content-type': 'application/json',
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`${method} ${path}: ${response.status} ${text}`);
    }
    return text ? JSON.parse(text) : undefined;
  };

  return {
    get url() {
      return `${sandbox.githubUrl}/acme/gitops-platform`;
    },
    /** What the module is given. */
    options(token: string = SANDBOX_TOKEN) {
      const { host } = new URL(sandbox.githubUrl);
      const rootConfig = mockServices.rootConfig({
        data: {
          integrations: {
            github: [
              { host, apiBaseUrl: `${sandbox.githubUrl}/api/v3`, token },
            ],
          },
          gitops: {
            repositories: [
              { url: `${sandbox.githubUrl}/acme/gitops-platform.git` },
            ],
          },
        },
      });
      const config = readGitOpsConfig(rootConfig);
      const repositories = GitOpsRepositories.fromConfig({
        config: rootConfig,
        gitopsConfig: config,
        logger: mockServices.logger.mock(),
      });
      return { config, repositories };
    },
    api: (method: string, path: string, body?: unknown) =>
      call(method, `/api/v3/repos/acme/gitops-platform${path}`, body),
    fault: (fault: SandboxFault) => call('POST', '/_sandbox/faults', fault),
    heal: () => call('DELETE', '/_sandbox/faults'),
  };
}
