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

import { parseEntityRef } from '@backstage/catalog-model';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  findRepositoryConfig,
  findRollbackTarget,
  ReleaseDesk,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { openComponent } from '../release/openComponent';
import { proposeRelease } from '../release/proposeRelease';
import type { ReleaseActionOptions } from '../release/ReleaseActionOptions';
import { releaseInput } from '../release/releaseInput';
import { releaseOutput } from '../release/releaseOutput';
import { writeOutputs } from '../release/writeOutputs';
import { examples } from './rollback.examples';

/** As far back as the backend answers, and a day less: the clocks of two hosts differ. */
const HISTORY_MS = 399 * 24 * 60 * 60 * 1000;

/**
 * Proposes to run, in an environment, the version of an earlier deployment again.
 * @public
 */
export function createRollbackAction(options: ReleaseActionOptions) {
  const { config, repositories } = options;

  return createTemplateAction({
    id: 'gitops:rollback',
    description:
      'Proposes to run an earlier version again, as a pull request that changes the lines of the version and nothing else: that of a recorded deployment, by default of the last one that was Healthy for `gitops.rollback.minHealthy` and not rolled back since. Refuses where there is none. Changes nothing where Git says it already.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        ...releaseInput,
        environment: z =>
          z.string({ description: 'The environment that goes back' }),
        deployment: z =>
          z
            .string({
              description:
                'Id of the recorded deployment to go back to. Default: the last good one',
            })
            .optional(),
      },
      output: {
        ...releaseOutput,
        deployment: z =>
          z.string({
            description: 'Id of the deployment that it goes back to',
          }),
      },
    },
    async handler(ctx) {
      const { environment, reason } = ctx.input;
      const { signal } = ctx;
      const credentials = await ctx.getInitiatorCredentials();
      const component = await openComponent({
        ...options,
        component: ctx.input.component,
        credentials,
      });
      const service = component.entity.metadata.name;
      const facts = await options.facts(credentials);
      const { items } = await facts.getEntityDeployments(
        parseEntityRef(component.entityRef),
        { from: new Date(Date.now() - HISTORY_MS).toISOString() },
        { signal },
      );
      const deployment = findRollbackTarget({
        service,
        environment,
        deployments: items,
        deployment: ctx.input.deployment || undefined,
      });
      const repositoryConfig = findRepositoryConfig(config);
      const repository = repositories.forUrl(repositoryConfig.url);
      const desk = await ReleaseDesk.open({
        repository,
        config: repositoryConfig,
        signal,
      });
      const plan = await desk.planRollback({
        service,
        entityRef: component.entityRef,
        environment,
        deployment,
      });
      const proposed = await proposeRelease(ctx, {
        kind: 'rollback',
        component,
        desk,
        plan,
        origin: deployment.deployedAt,
        reason,
        repository,
        repositories,
      });
      writeOutputs(ctx, proposed);
      ctx.output('deployment', deployment.id);
    },
  });
}
