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

import { readFileSync } from 'fs';
import { join, resolve } from 'path';
import {
  createMockDirectory,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import scaffolderEntityModel from '@backstage/plugin-catalog-backend-module-scaffolder-entity-model';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import githubModule from '@backstage/plugin-scaffolder-backend-module-github';
import { createSandbox, SANDBOX_TOKEN } from '@gitops-platform/sandbox';
import { parse, stringify } from 'yaml';
import { scaffolderModuleGitOps } from '../../module';
import { retryTask, runTask } from './runTask';

const ROOT = resolve(__dirname, '../../../../..');

const GROUP = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'team-shop' },
  spec: { type: 'team', children: [] },
};

const POLL_MS = 50;

/** What the sandbox's GitHub is told to do wrong; see its description. */
export type Fault = {
  method?: string;
  path: string;
  kind: 'status' | 'slow';
  status?: number;
  delayMs?: number;
  after?: boolean;
  outage?: boolean;
};

export type Portal = Awaited<ReturnType<typeof startPortal>>;

/**
 * The portal as adopters run it — catalog, scaffolder, GitHub's actions and ours, with the Microservice template —
 * over the sandbox's GitHub with the GitOps repository of this project.
 */
export async function startPortal(
  directory: ReturnType<typeof createMockDirectory>,
) {
  directory.setContent({ state: {}, 'group.yaml': stringify(GROUP) });
  const sandbox = await createSandbox({
    directory: directory.resolve('state'),
    seedDirectory: join(ROOT, 'gitops-platform'),
    github: { port: 0 },
    argocd: { instances: [] },
    ciDelayMs: 0,
    logger: mockServices.logger.mock(),
  });
  const github = sandbox.githubUrl;
  const { host } = new URL(github);
  const { gitops, catalog, scaffolder } = parse(
    readFileSync(join(ROOT, 'app-config.yaml'), 'utf8'),
  );
  const backend = await startTestBackend({
    features: [
      catalogPlugin,
      scaffolderEntityModel,
      scaffolderPlugin,
      githubModule,
      scaffolderModuleGitOps,
      mockServices.rootConfig.factory({
        data: {
          backend: { reading: { allow: [{ host }] } },
          integrations: {
            github: [
              { host, apiBaseUrl: `${github}/api/v3`, token: SANDBOX_TOKEN },
            ],
          },
          gitops: {
            environments: gitops.environments,
            repositories: [
              {
                ...gitops.repositories[0],
                url: `${github}/acme/gitops-platform`,
              },
            ],
          },
          scaffolder,
          catalog: {
            ...catalog,
            // Soon reads again what it could not read while GitHub was gone.
            processingInterval: { seconds: 10 },
            // What adopters have who set nothing.
            defaultLocationConflictStrategy: 'reject',
            locations: [
              {
                type: 'file',
                target: directory.resolve('group.yaml'),
                rules: [{ allow: ['Group'] }],
              },
              {
                type: 'file',
                target: join(ROOT, 'templates/microservice/template.yaml'),
                rules: [{ allow: ['Template'] }],
              },
            ],
          },
        },
      }),
    ],
  });
  const address = backend.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const api = `http://localhost:${port}/api`;

  async function gitHub(path: string, method = 'GET', body?: object) {
    const response = await fetch(`${github}${path}`, {
      method,
      headers: {
        authorization: `token ${SANDBOX_TOKEN}`,
        'content-type': 'application/json',
      },
      body: body && JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`${method} ${path}: ${response.status} ${text}`);
    }
    return text ? JSON.parse(text) : undefined;
  }

  async function findEntity(ref: string): Promise<Entity | undefined> {
    const path = ref.replace(':', '/');
    const response = await fetch(`${api}/catalog/entities/by-name/${path}`);
    return response.ok ? response.json() : undefined;
  }

  return {
    github,
    api,
    gitHub,
    /** The entity, as soon as the catalog has read it. */
    async has(ref: string): Promise<Entity> {
      for (;;) {
        const entity = await findEntity(ref);
        if (entity) {
          return entity;
        }
        await new Promise(done => setTimeout(done, POLL_MS));
      }
    },
    fault: (fault: Fault) => gitHub('/_sandbox/faults', 'POST', fault),
    heal: () => gitHub('/_sandbox/faults', 'DELETE'),
    run: (values: Record<string, unknown>) =>
      runTask(`${api}/scaffolder/v2`, values),
    retry: (id: string) => retryTask(`${api}/scaffolder/v2`, id),
    async stop() {
      await backend.stop();
      await sandbox.stop();
    },
  };
}
