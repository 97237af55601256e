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
import {
  scaffolderActionsExtensionPoint,
  serializeDirectoryContents,
} from '@backstage/plugin-scaffolder-node';
import { parse } from 'yaml';
import { createApplicationCreateAction } from '../../actions/applicationCreate';
import { createChartCreateAction } from '../../actions/chartCreate';
import { createManifestsValidateAction } from '../../actions/manifestsValidate';
import { FakeGitOpsRepository } from '../../actions/__testUtils__/FakeGitOpsRepository';
import { platformTree } from '../../actions/__testUtils__/platformTree';
import { repositoriesOf } from '../../actions/__testUtils__/repositoriesOf';
import { GITOPS_URL, testConfig } from '../../actions/__testUtils__/testConfig';
import {
  createContractActions,
  type Effect,
  type World,
} from './contractActions';
import { runTask } from './runTask';

/** The folder of the Microservice template. */
export const TEMPLATE = resolve(
  __dirname,
  '../../../../../templates/microservice',
);

const template: Entity = parse(
  readFileSync(join(TEMPLATE, 'template.yaml'), 'utf8'),
);
template.metadata.annotations = {
  'backstage.io/managed-by-location': pathToFileURL(
    join(TEMPLATE, 'template.yaml'),
  ).href.replace('file://', 'file:'),
};

function entity(kind: string, name: string): Entity {
  return { apiVersion: 'backstage.io/v1alpha1', kind, metadata: { name } };
}

/** A scaffolder backend with the template and our actions, over repositories in memory. */
export async function startScaffolder(world: World = {}) {
  const effects: Effect[] = [];
  const catalog = catalogServiceMock({
    entities: [
      template,
      entity('Group', 'team-shop'),
      entity('System', 'shop'),
      ...(world.registered ? [entity('Component', 'cart')] : []),
    ],
  });
  const addLocation = jest
    .spyOn(catalog, 'addLocation')
    .mockImplementation(async ({ type, target, dryRun }) => {
      const failure = world.failures?.register;
      if (failure) {
        throw new Error(failure);
      }
      if (!dryRun) {
        effects.push({ step: 'register', input: { target } });
      }
      const location = {
        id: '1',
        type: type ?? 'url',
        target,
        entityRef: 'location:default/generated-1',
      };
      return { location, entities: [] };
    });
  const repositories = repositoriesOf(
    new FakeGitOpsRepository(GITOPS_URL, platformTree()),
  );

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
              const options = { config: testConfig, repositories };
              actions.addActions(
                createApplicationCreateAction(options),
                createChartCreateAction(options),
                createManifestsValidateAction(options),
                ...createContractActions({
                  ...options,
                  catalog,
                  world,
                  effects,
                }),
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
    effects,
    addLocation,
    stop: () => backend.stop(),

    /** Starts a task and waits for its end. */
    run: (values: Record<string, unknown>) => runTask(url, values),

    /** What the template editor shows: nothing is written anywhere. */
    async dryRun(values: Record<string, unknown>) {
      const files = await serializeDirectoryContents(TEMPLATE);
      const response = await fetch(`${url}/dry-run`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          template,
          values,
          directoryContents: files.map(({ path, content }) => ({
            path,
            base64Content: content.toString('base64'),
          })),
        }),
      });
      return { status: response.status, body: await response.json() };
    },
  };
}
