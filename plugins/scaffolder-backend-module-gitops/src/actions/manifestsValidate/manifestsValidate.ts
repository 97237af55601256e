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
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  findRepositoryConfig,
  GitOpsConfig,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { GitOpsRepositoryLookup } from '../GitOpsRepositoryLookup';
import { collectServiceFiles } from './collectServiceFiles';
import { Finding } from './Finding';
import { examples } from './manifestsValidate.examples';
import { validateManifests } from './validateManifests';

const BY_CI =
  "The charts were not rendered here; the repository's CI will validate them.";

/**
 * Checks what is about to be committed to a GitOps repository.
 * @public
 */
export function createManifestsValidateAction(options: {
  config: GitOpsConfig;
  repositories: GitOpsRepositoryLookup;
}) {
  const { config, repositories } = options;

  return createTemplateAction({
    id: 'gitops:manifests:validate',
    description:
      "Checks what is about to be committed to a GitOps repository, before anything is created: YAML, the Application's schema, no project, destination or namespace but the folder's environment, values against the chart's schema, that the list of the services' registries loses nobody, and a render where `gitops.tools.helm` is configured.",
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        sourcePath: z =>
          z
            .string({
              description:
                "Folder of the workspace, laid out as the GitOps repository's root. Default: gitops",
            })
            .optional(),
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
                'Head branch whose open pull request holds what the workspace lacks. Default: none',
            })
            .optional(),
        chartPath: z =>
          z
            .string({
              description:
                "Folder of the workspace with the service's own chart, for a repository that does not exist yet",
            })
            .optional(),
      },
      output: {
        valid: z =>
          z.boolean({
            description: 'Always true: whatever is wrong fails the step',
          }),
        checked: z => z.number({ description: 'How many files were checked' }),
        rendered: z =>
          z.boolean({
            description: 'Whether the charts of all services were rendered',
          }),
        note: z =>
          z.string({ description: 'What was checked here, in a sentence' }),
        findings: z =>
          z.array(z.string(), {
            description: 'What could not be checked, and why',
          }),
      },
    },
    async handler(ctx) {
      const { sourcePath = 'gitops', repoUrl, branch, chartPath } = ctx.input;
      const repositoryConfig = findRepositoryConfig(config, repoUrl);
      const workspace = await collectServiceFiles({
        folder: resolveSafeChildPath(ctx.workspacePath, sourcePath),
        name: sourcePath,
        layout: repositoryConfig.path,
      });
      const { problems, warnings, checked, rendered } = await validateManifests(
        {
          workspace,
          config,
          repositoryConfig,
          repository: repositories.forUrl(repositoryConfig.url),
          repositories,
          branch,
          ownChart: chartPath
            ? resolveSafeChildPath(ctx.workspacePath, chartPath)
            : undefined,
          signal: ctx.signal,
        },
      );
      if (problems.length) {
        throw new InputError(
          `Nothing was created, because of ${
            problems.length === 1 ? 'a problem' : `${problems.length} problems`
          }:\n${problems.map(describe).join('\n')}`,
        );
      }

      const files = checked === 1 ? '1 file is' : `${checked} files are`;
      const note = rendered
        ? `${files} valid, and the charts render.`
        : `${files} valid. ${BY_CI}`;
      ctx.logger.info(note);
      for (const warning of warnings) {
        ctx.logger.warn(describe(warning));
      }
      ctx.output('valid', true);
      ctx.output('checked', checked);
      ctx.output('rendered', rendered);
      ctx.output('note', note);
      ctx.output('findings', warnings.map(describe));
    },
  });
}

function describe({ path, message }: Finding): string {
  return `${path}: ${message}`;
}
