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
import { pathToFileURL } from 'url';
import {
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { parse } from 'yaml';
import type { useGitHub } from '../../actions/__testUtils__/startGitHub';
import { createPromoteAction } from '../../actions/promote';
import {
  component,
  OWNER,
} from '../../actions/release/__testUtils__/useReleases';
import type { ReleaseFacts } from '../../actions/release/ReleaseFacts';
import { createRollbackAction } from '../../actions/rollback';
import { runTask } from './runTask';

const TEMPLATES = resolve(__dirname, '../../../../../templates');

function readTemplate(name: string): Entity {
  const file = join(TEMPLATES, name, 'template.yaml');
  const template: Entity = parse(readFileSync(file, 'utf8'));
  template.metadata.annotations = {
    'backstage.io/managed-by-location': pathToFileURL(file).href.replace(
      'file://',
      'file:',
    ),
  };
  return template;
}

/** A scaffolder backend with the templates of releases and our actions, over the sandbox's GitHub. */
export async function startReleases(
  gitHub: ReturnType<typeof useGitHub>,
  facts: ReleaseFacts,
) {
  const templates = new Map(
    ['promote-release', 'rollback-release'].map(name => [
      name,
      readTemplate(name),
    ]),
  );
  const catalog = catalogServiceMock({
    entities: [...templates.values(), component],
  });
  const backend = await startTestBackend({
    features: [
      scaffolderPlugin,
      createBackendModule({
        pluginId: 'scaffolder',
        moduleId: 'under-test',
        register({ registerInit }) {
          registerInit({
            deps: { actions: scaffolderActionsExtensionPoint },
            async init({ actions }) {
              const options = {
                ...gitHub.options(),
                catalog,
                auth: mockServices.auth(),
                userInfo: mockServices.userInfo.mock({
                  getUserInfo: async () => ({
                    userEntityRef: 'user:default/mock',
                    ownershipEntityRefs: [OWNER],
                  }),
                }),
                facts: async () => facts,
              };
              actions.addActions(
                createPromoteAction(options),
                createRollbackAction(options),
              );
            },
          });
        },
      }),
      mockServices.rootConfig.factory({
        data: { integrations: { github: [{ host: 'github.com' }] } },
      }),
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => catalog,
      }),
    ],
  });
  const address = backend.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const url = `http://localhost:${port}/api/scaffolder/v2`;

  return {
    stop: () => backend.stop(),
    run: (name: string, values: Record<string, unknown>) =>
      runTask(url, values, name),
    /** What the template editor shows: nothing is written anywhere. */
    async dryRun(name: string, values: Record<string, unknown>) {
      const response = await fetch(`${url}/dry-run`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          template: templates.get(name),
          values,
          directoryContents: [],
        }),
      });
      return { status: response.status, body: await response.json() };
    },
  };
}
