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

import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  applicationName,
  findRepositoryConfig,
  GitOpsConfig,
  ServicesInGit,
  siblingRepositoryUrl,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { GitOpsRepositoryLookup } from '../GitOpsRepositoryLookup';
import { writeFiles } from '../writeFiles';
import { examples } from './applicationCreate.examples';
import { planService } from './planService';
import { summariseService } from './summariseService';

/**
 * Writes the files that make a service run in the GitOps repository's environments.
 * @public
 */
export function createApplicationCreateAction(options: {
  config: GitOpsConfig;
  repositories: GitOpsRepositoryLookup;
}) {
  const { config, repositories } = options;
  // Kept between tasks, so that only values that changed are read again.
  const services = new Map<string, ServicesInGit>();

  return createTemplateAction({
    id: 'gitops:application:create',
    description:
      'Writes the Argo CD Applications of a service and their Helm values, one pair per environment, into the workspace, and adds the service to the list of those that Terraform makes image registries for, where the repository has one. Files that are there already are edited, so that only what differs changes.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        name: z =>
          z.string({
            description:
              'Name of the service: at most 40 lower-case letters, digits and hyphens, beginning with a letter',
          }),
        owner: z =>
          z.string({
            description:
              'Entity reference of the owner, such as `group:default/team-a`',
          }),
        entityRef: z =>
          z
            .string({
              description:
                'Entity reference of the service. Default: `component:default/<name>`',
            })
            .optional(),
        description: z =>
          z
            .string({ description: 'One line that says what the service does' })
            .optional(),
        system: z =>
          z
            .string({
              description: 'Entity reference of the system it is part of',
            })
            .optional(),
        environments: z =>
          z
            .array(z.string(), {
              description:
                'Names of configured environments. Default: the first one',
            })
            .optional(),
        host: z =>
          z
            .string({
              description:
                'First label of the host name; the domain of each environment is appended. Default: the name. Empty: no route',
            })
            .optional(),
        port: z =>
          z
            .number({
              description:
                'Port that the container listens on, 1024 to 65535. Default: 8080',
            })
            .optional(),
        replicas: z =>
          z
            .number({ description: 'Number of pods, 1 to 20. Default: 1' })
            .optional(),
        size: z =>
          z
            .enum(['small', 'medium', 'large'], {
              description: 'CPU and memory of a pod. Default: small',
            })
            .optional(),
        secrets: z =>
          z
            .array(z.string(), {
              description:
                'Names of the secrets that the service wants, never their values',
            })
            .optional(),
        chart: z =>
          z
            .enum(['platform', 'own'], {
              description:
                "`platform`: the platform's golden chart. `own`: the folder `chart` of the service's repository: where CI writes, as `main` has it; elsewhere at a commit, which takes a repository that exists. Default: platform",
            })
            .optional(),
        repositoryUrl: z =>
          z.string({
            description:
              "URL of the service's repository, as a browser opens it or as git clones it",
          }),
        repoUrl: z =>
          z
            .string({
              description:
                'URL of the GitOps repository. Default: the first of `gitops.repositories`',
            })
            .optional(),
        branch: z =>
          z
            .string({
              description:
                'Head branch whose open pull request is the starting point. Default: `gitops/<name>`',
            })
            .optional(),
        targetPath: z =>
          z
            .string({
              description:
                'Folder of the workspace that receives the files. Default: gitops',
            })
            .optional(),
      },
      output: {
        path: z =>
          z.string({
            description:
              "Folder of the workspace with the files, laid out as in the GitOps repository's root",
          }),
        files: z =>
          z.array(
            z.object({
              path: z.string({
                description: 'Path in the GitOps repository',
              }),
              change: z.enum(['added', 'modified', 'unchanged'], {
                description: 'What writing it changes',
              }),
            }),
            { description: 'The files that were written' },
          ),
        changed: z =>
          z.boolean({
            description:
              'Whether any file differs from what is in Git, or in the open pull request',
          }),
        hosts: z =>
          z.array(
            z.object({
              environment: z.string({ description: 'Name of the environment' }),
              host: z.string({ description: 'Whole host name' }),
              url: z.string({ description: 'Address of the service' }),
            }),
            { description: 'Where the service answers, per environment' },
          ),
        applications: z =>
          z.array(z.string(), {
            description: 'Names of the Argo CD Applications',
          }),
        summary: z =>
          z.string({
            description: 'Markdown that says what changes, for a pull request',
          }),
        repoUrl: z => z.string({ description: 'URL of the GitOps repository' }),
        branch: z =>
          z.string({ description: 'Head branch for the pull request' }),
        registry: z =>
          z.string({
            description:
              "Registry and folder of the services' images, such as `ghcr.io/acme`: `registry` of platform.yaml",
          }),
      },
    },
    async handler(ctx) {
      const { repoUrl, branch, targetPath = 'gitops', ...input } = ctx.input;
      const target = resolveSafeChildPath(ctx.workspacePath, targetPath);
      const repositoryConfig = findRepositoryConfig(config, repoUrl);
      const repository = repositories.forUrl(repositoryConfig.url);
      const inGit =
        services.get(repositoryConfig.url) ??
        ServicesInGit.create({ repository, config: repositoryConfig });
      services.set(repositoryConfig.url, inGit);

      const plan = await planService({
        // The repository of a dry run was not created, and its address is made up.
        input:
          ctx.isDryRun && !URL.canParse(input.repositoryUrl)
            ? {
                ...input,
                repositoryUrl: siblingRepositoryUrl(
                  repositoryConfig.url,
                  input.name,
                ),
              }
            : input,
        branch: branch || `gitops/${input.name}`,
        config,
        repositoryConfig,
        repository,
        repositories,
        services: inGit,
        signal: ctx.signal,
      });

      await writeFiles(
        target,
        plan.files.map(({ path, content }) => [path, content] as const),
      );

      const changed = plan.files.some(({ change }) => change !== 'unchanged');
      for (const { path, change } of plan.files) {
        ctx.logger.info(`${change}: ${path}`);
      }
      if (!changed) {
        ctx.logger.info(
          plan.startingPoint.pullRequest
            ? `Nothing to change: ${plan.startingPoint.pullRequest.url} says all of it already`
            : 'Nothing to change: Git says all of it already',
        );
      }

      ctx.output('path', targetPath);
      ctx.output(
        'files',
        plan.files.map(({ path, change }) => ({ path, change })),
      );
      ctx.output('changed', changed);
      ctx.output('hosts', plan.hosts);
      ctx.output(
        'applications',
        plan.request.environments.map(environment =>
          applicationName(plan.request.name, environment),
        ),
      );
      ctx.output('summary', summariseService(plan));
      ctx.output('repoUrl', repositoryConfig.url);
      ctx.output('branch', plan.branch);
      ctx.output('registry', plan.registry);
    },
  });
}
