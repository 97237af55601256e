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

import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  scaffolderActionsExtensionPoint,
  type TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { parse } from 'yaml';
import { scaffolderModuleGitOps } from './module';

describe('scaffolderModuleGitOps', () => {
  it('adds nine actions, each described, with examples and a dry run', async () => {
    const actions: TemplateAction[] = [];
    await startTestBackend({
      extensionPoints: [
        [
          scaffolderActionsExtensionPoint,
          {
            addActions: (...added: TemplateAction[]) => {
              actions.push(...added);
            },
          },
        ],
      ],
      features: [
        scaffolderModuleGitOps,
        catalogServiceMock.factory(),
        mockServices.rootConfig.factory({
          data: {
            gitops: {
              repositories: [{ url: 'https://github.com/acme/gitops' }],
            },
          },
        }),
      ],
    });

    expect(actions.map(({ id }) => id).sort()).toEqual([
      'gitops:application:create',
      'gitops:application:wait',
      'gitops:chart:create',
      'gitops:manifests:validate',
      'gitops:promote',
      'gitops:pull-request',
      'gitops:repository:ensure',
      'gitops:rollback',
      'gitops:yaml:edit',
    ]);
    for (const {
      id,
      description,
      examples,
      schema,
      supportsDryRun,
    } of actions) {
      expect({ id, supportsDryRun }).toEqual({ id, supportsDryRun: true });
      expect(description?.length).toBeGreaterThan(40);
      for (const side of [schema?.input, schema?.output]) {
        const fields = Object.entries(side?.properties ?? {});
        expect(fields.length).toBeGreaterThan(0);
        const silent = fields.filter(([, field]) => !Object(field).description);
        expect([id, silent.map(([name]) => name)]).toEqual([id, []]);
      }
      const named = (examples ?? []).flatMap(({ example }) =>
        parse(example).steps.map((step: { action: string }) => step.action),
      );
      expect(named).toContain(id);
    }
  });
});
