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

import { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  ArgoCdClient,
  ArgoCdInstanceConfig,
  Clock,
  findRepositoryConfig,
  GitOpsConfig,
  projectName,
  systemClock,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { GitOpsRepositoryLookup } from '../GitOpsRepositoryLookup';
import { examples } from './applicationWait.examples';
import { ArgoCdReader } from './ArgoCdReader';
import { readTimeout } from './readTimeout';
import { waitForApplication } from './waitForApplication';
import { waitForMerge } from './waitForMerge';

/**
 * Waits until Argo CD has deployed an Application.
 * @public
 */
export function createApplicationWaitAction(options: {
  config: GitOpsConfig;
  repositories: GitOpsRepositoryLookup;
  logger: LoggerService;
  /** For tests. */
  clock?: Clock;
  /** For tests. */
  connect?: (instance: ArgoCdInstanceConfig) => ArgoCdReader;
}) {
  const { config, repositories, clock = systemClock } = options;
  const connect =
    options.connect ??
    (instance =>
      ArgoCdClient.create({ config: instance, logger: options.logger }));

  return createTemplateAction({
    id: 'gitops:application:wait',
    description:
      'Waits until Argo CD says that an Application is Synced and Healthy, at a revision where one is given, or fails saying why it is not. Waits for the merge of a pull request first, where asked.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        application: z =>
          z.string({
            description:
              'Name of the Argo CD Application, such as `orders-dev`',
          }),
        instance: z =>
          z
            .string({
              description:
                'Name of the Argo CD instance. Default: the only one that is configured',
            })
            .optional(),
        namespace: z =>
          z
            .string({
              description: 'Namespace of the Application. Default: argocd',
            })
            .optional(),
        project: z =>
          z
            .string({
              description:
                'AppProject of the Application. Default: `workloads-<environment>`, by the environment that the name ends with',
            })
            .optional(),
        revision: z =>
          z
            .string({
              description:
                'Commit of the GitOps repository that must be deployed, or a later one',
            })
            .optional(),
        repoUrl: z =>
          z
            .string({
              description:
                'URL of the GitOps repository. Default: the first of `gitops.repositories`',
            })
            .optional(),
        timeout: z =>
          z
            .union(
              [
                z.string(),
                z
                  .object({
                    hours: z.number().optional(),
                    minutes: z.number().optional(),
                    seconds: z.number().optional(),
                  })
                  .strict(),
              ],
              {
                description:
                  "How long to wait in all, at most an hour, such as '10m' or { minutes: 10 }. Default: 10 minutes",
              },
            )
            .optional(),
        forMerge: z =>
          z
            .object(
              {
                pullRequestNumber: z.number({
                  description: 'Number of the pull request',
                }),
                branch: z
                  .string({ description: 'Its head branch, where known' })
                  .optional(),
              },
              {
                description:
                  'A pull request on the GitOps repository that must be merged first. Its merge commit is then the revision to wait for',
              },
            )
            .strict()
            .optional(),
      },
      output: {
        sync: z => z.string({ description: "Argo CD's sync status" }),
        health: z => z.string({ description: "Argo CD's health status" }),
        revision: z =>
          z.string({
            description:
              'Commit that is deployed, of the GitOps repository where it is a source',
          }),
        waitedSeconds: z =>
          z.number({ description: 'How long it took, in seconds' }),
        url: z =>
          z.string({ description: "The Application's page in Argo CD" }),
      },
    },
    async handler(ctx) {
      const { application: name, namespace = 'argocd', forMerge } = ctx.input;
      const { logger, signal } = ctx;
      const instance = findInstance(config, ctx.input.instance);
      const project = ctx.input.project ?? projectOf(config, name);
      const timeout = readTimeout(ctx.input.timeout);
      const repositoryConfig = findRepositoryConfig(config, ctx.input.repoUrl);
      const url = [
        instance.frontendUrl,
        'applications',
        encodeURIComponent(namespace),
        encodeURIComponent(name),
      ].join('/');

      const begin = clock.now();
      const deadline = begin + timeout;
      const finish = (revision: string) => {
        ctx.output('sync', 'Synced');
        ctx.output('health', 'Healthy');
        ctx.output('revision', revision);
        ctx.output('waitedSeconds', Math.round((clock.now() - begin) / 1000));
        ctx.output('url', url);
      };
      if (ctx.isDryRun) {
        logger.info(`Would wait for ${name}`);
        finish(ctx.input.revision ?? '0'.repeat(40));
        return;
      }

      const repository = repositories.forUrl(repositoryConfig.url);
      const revision = forMerge
        ? await waitForMerge({
            repository,
            number: forMerge.pullRequestNumber,
            branch: forMerge.branch,
            clock,
            deadline,
            logger,
            signal,
          })
        : ctx.input.revision;

      const argoCd = connect(instance);
      try {
        const ready = await waitForApplication({
          argoCd,
          key: { name, namespace, project },
          wanted:
            revision === undefined
              ? undefined
              : {
                  revision,
                  repositoryUrl: repository.url,
                  isContainedIn: async later => {
                    const { mergeBase } = await repository.compare({
                      base: revision,
                      head: later,
                      signal,
                    });
                    return mergeBase === revision;
                  },
                },
          clock,
          deadline,
          logger,
          signal,
        });
        finish(revision ?? ready.revisions[0] ?? '');
      } finally {
        await argoCd.close();
      }
    },
  });
}

function findInstance(
  config: GitOpsConfig,
  name?: string,
): ArgoCdInstanceConfig {
  const { instances } = config.argocd;
  const found =
    name === undefined && instances.length === 1
      ? instances[0]
      : instances.find(instance => instance.name === name);
  if (!found) {
    throw new InputError(
      instances.length
        ? `instance: found ${
            name === undefined ? 'nothing' : `'${name}'`
          }, expected one of ${instances.map(item => item.name).join(', ')}`
        : 'There is no Argo CD instance; add one to gitops.argocd.instances in the configuration',
    );
  }
  return found;
}

function projectOf(config: GitOpsConfig, application: string): string {
  // The longest, because orders-pre-prod ends with prod as well.
  const [environment] = config.environments
    .filter(item => application.endsWith(`-${item.name}`))
    .sort((left, right) => right.name.length - left.name.length);
  if (!environment) {
    throw new InputError(
      `project: found nothing, expected the AppProject of ${application}, because its name ends with no environment`,
    );
  }
  return projectName(environment.name);
}
