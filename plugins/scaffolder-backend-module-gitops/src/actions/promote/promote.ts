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

import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  findRepositoryConfig,
  ReleaseDesk,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { openComponent } from '../release/openComponent';
import { proposeRelease } from '../release/proposeRelease';
import type { ReleaseActionOptions } from '../release/ReleaseActionOptions';
import { releaseInput } from '../release/releaseInput';
import { releaseOutput } from '../release/releaseOutput';
import { writeOutputs } from '../release/writeOutputs';
import { examples } from './promote.examples';

/**
 * Proposes to run, in one environment, the version that runs in an earlier one.
 * @public
 */
export function createPromoteAction(options: ReleaseActionOptions) {
  const { config, repositories } = options;

  return createTemplateAction({
    id: 'gitops:promote',
    description:
      'Proposes to run the version of one environment in a later one, as a pull request that changes the lines of the version and nothing else. Refuses where that version does not run well, unless a reason is given, which is recorded. Changes nothing where Git says it already.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        ...releaseInput,
        environment: z =>
          z.string({ description: 'The environment that gets the version' }),
        from: z =>
          z
            .string({
              description:
                'An earlier environment, whose version it gets. Default: the one before it',
            })
            .optional(),
      },
      output: {
        ...releaseOutput,
        source: z =>
          z.string({ description: 'The environment that the version is of' }),
      },
    },
    async handler(ctx) {
      const { environment, from, reason } = ctx.input;
      const { signal } = ctx;
      const credentials = await ctx.getInitiatorCredentials();
      const component = await openComponent({
        ...options,
        component: ctx.input.component,
        credentials,
      });
      const repositoryConfig = findRepositoryConfig(config);
      const repository = repositories.forUrl(repositoryConfig.url);
      const [desk, facts] = await Promise.all([
        ReleaseDesk.open({ repository, config: repositoryConfig, signal }),
        options.facts(credentials),
      ]);
      const { source, plan } = await desk.planPromotion({
        service: component.entity.metadata.name,
        entityRef: component.entityRef,
        environment,
        from: from || undefined,
        applications: await facts.getEntityApplications(
          parseEntityRef(component.entityRef),
          { signal },
        ),
      });
      const proposed = await proposeRelease(ctx, {
        kind: 'promotion',
        component,
        desk,
        plan,
        origin: source,
        reason,
        repository,
        repositories,
      });
      writeOutputs(ctx, proposed);
      ctx.output('source', source);
    },
  });
}
