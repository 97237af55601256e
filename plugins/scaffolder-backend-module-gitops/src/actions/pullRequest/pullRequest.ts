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

import { createHash } from 'node:crypto';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  GitOpsConfig,
  proposeChanges,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { GitOpsRepositoryLookup } from '../GitOpsRepositoryLookup';
import { toYamlEdit } from '../yamlEdit/yamlEditSchema';
import { checkBranch } from './checkBranch';
import {
  collectWorkspaceFiles,
  editFiles,
  keepRegistries,
} from './collectChanges';
import { findTarget } from './findTarget';
import { examples } from './pullRequest.examples';

/**
 * Proposes changes as one pull request: opens it, updates our own open one, or finds nothing to do.
 * @public
 */
export function createPullRequestAction(options: {
  config: GitOpsConfig;
  repositories: GitOpsRepositoryLookup;
}) {
  const { config, repositories } = options;

  return createTemplateAction({
    id: 'gitops:pull-request',
    description:
      "Proposes changes to a GitOps repository as one pull request, through the provider's API and without a clone. Updates its own open pull request, makes the changes anew where the base has moved, and does nothing where nothing changes.",
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        repoUrl: z =>
          z
            .string({
              description:
                'The repository, as a URL or as `host?owner=acme&repo=gitops-platform`. Default: the first of `gitops.repositories`',
            })
            .optional(),
        branch: z =>
          z.string({
            description:
              'Branch of the pull request, such as `gitops/orders`; never one that is merged into or deployed from',
          }),
        base: z =>
          z
            .string({
              description:
                'Branch to merge into. Default: the one that `gitops.repositories` names for the repository, else its default branch',
            })
            .optional(),
        title: z => z.string({ description: 'Title of the pull request' }),
        description: z =>
          z
            .string({
              description: 'Description of the pull request, Markdown',
            })
            .optional(),
        entityRef: z =>
          z
            .string({
              description:
                'The entity that it is for; its page shows the pull request while it is open',
            })
            .optional(),
        sourcePath: z =>
          z
            .string({
              description: 'Folder of the workspace whose files are written',
            })
            .optional(),
        targetPath: z =>
          z
            .string({
              description:
                'Folder of the repository that they are written to. Default: its root',
            })
            .optional(),
        edits: z =>
          z
            .array(
              z.object({
                file: z.string({ description: 'A file of the repository' }),
                edits: z.array(
                  z.object({
                    op: z.enum(['set', 'append', 'remove'], {
                      description: 'As in gitops:yaml:edit',
                    }),
                    path: z.string({ description: 'As in gitops:yaml:edit' }),
                    value: z
                      .any()
                      .optional()
                      .describe('As in gitops:yaml:edit'),
                    document: z
                      .number({ description: 'As in gitops:yaml:edit' })
                      .optional(),
                  }),
                ),
              }),
              {
                description:
                  'Edits of YAML files that are in the repository, made to what is there when the commit is made',
              },
            )
            .optional(),
        filesToDelete: z =>
          z
            .array(z.string(), {
              description:
                'Files of the repository to remove, where they exist',
            })
            .optional(),
        commitMessage: z =>
          z
            .string({
              description: 'Message of the commit. Default: the title',
            })
            .optional(),
        token: z =>
          z
            .string({
              description:
                "A person's token to act with, instead of the integration's",
            })
            .optional(),
      },
      output: {
        status: z =>
          z.enum(['created', 'updated', 'unchanged'], {
            description: '`unchanged`: Git says all of it already',
          }),
        pullRequestUrl: z =>
          z
            .string({ description: 'The pull request, where one is open' })
            .optional(),
        pullRequestNumber: z =>
          z.number({ description: 'Its number, where one is open' }).optional(),
        branch: z => z.string({ description: 'Its branch' }),
        revision: z =>
          z.string({ description: 'The commit that holds the changes' }),
        files: z =>
          z.array(
            z.object({
              path: z.string({ description: 'Path in the repository' }),
              change: z.enum(['added', 'modified', 'removed'], {
                description: 'What became of it',
              }),
            }),
            { description: 'The files that were changed by this run' },
          ),
      },
    },
    async handler(ctx) {
      const { input, signal } = ctx;
      const { repository, base } = findTarget({
        config,
        repositories,
        repoUrl: input.repoUrl,
        token: input.token,
      });
      checkBranch({
        branch: input.branch,
        config,
        base: input.base ?? base,
      });
      const edits = (input.edits ?? []).map(item => ({
        file: item.file,
        edits: item.edits.map(toYamlEdit),
      }));
      const written = input.sourcePath
        ? await collectWorkspaceFiles({
            workspacePath: ctx.workspacePath,
            sourcePath: input.sourcePath,
            targetPath: input.targetPath ?? '',
          })
        : [];
      const removed = (input.filesToDelete ?? []).map(path => ({ path }));
      if (written.length + removed.length + edits.length === 0) {
        throw new InputError(
          'There is nothing to propose: give sourcePath, edits or filesToDelete.',
        );
      }

      if (ctx.isDryRun) {
        const { branch } = input;
        const files = [
          ...written.map(({ path }) => ({ path, change: 'added' as const })),
          ...edits.map(({ file }) => ({
            path: file,
            change: 'modified' as const,
          })),
          ...removed.map(({ path }) => ({ path, change: 'removed' as const })),
        ];
        ctx.logger.info(
          `Dry run: would propose ${files.length} files on ${branch}`,
        );
        ctx.output('status', 'created');
        ctx.output('pullRequestUrl', `${repository.url}/pulls`);
        ctx.output('pullRequestNumber', 0);
        ctx.output('branch', branch);
        ctx.output('revision', '');
        ctx.output('files', files);
        return;
      }

      const proposal = {
        branch: input.branch,
        title: input.title,
        body: input.description ?? '',
        message: input.commitMessage ?? input.title,
        entityRef: input.entityRef,
      };
      const outcome = await ctx.checkpoint({
        key: checkpointKey(repository.url, proposal, [written, removed, edits]),
        fn: async () => {
          const defaultBranch = await repository.getDefaultBranch({ signal });
          checkBranch({ branch: input.branch, config, defaultBranch });
          const proposed = await proposeChanges({
            ...proposal,
            repository,
            base: input.base ?? base ?? defaultBranch,
            changes: async read => [
              ...(await keepRegistries(written, read)),
              ...removed,
              ...(await editFiles(edits, read)),
            ],
            signal,
          });
          const { status, pullRequest, branch, revision, files } = proposed;
          return {
            status,
            branch,
            revision,
            files,
            ...(pullRequest?.state === 'open' && {
              url: pullRequest.url,
              number: pullRequest.number,
            }),
          };
        },
      });

      ctx.logger.info(
        outcome.status === 'unchanged'
          ? `Nothing to change: ${repository.fullName} says all of it already`
          : `Pull request ${outcome.status}: ${outcome.url}`,
      );
      ctx.output('status', outcome.status);
      ctx.output('pullRequestUrl', outcome.url);
      ctx.output('pullRequestNumber', outcome.number);
      ctx.output('branch', outcome.branch);
      ctx.output('revision', outcome.revision);
      ctx.output('files', outcome.files);
    },
  });
}

/** Each set of changes of a task has its own, also below `each`. */
function checkpointKey(
  url: string,
  proposal: { branch: string },
  changes: unknown,
): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([proposal, changes]))
    .digest('hex')
    .slice(0, 16);
  return `gitops.pull-request.${url}.${proposal.branch}.${digest}`;
}
