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
import { mockServices } from '@backstage/backend-test-utils';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  createTemplateAction,
  serializeDirectoryContents,
} from '@backstage/plugin-scaffolder-node';
import type { GitOpsConfig } from '@gitops-platform/backstage-plugin-gitops-node';
import type { GitOpsRepositoryLookup } from '../../actions/GitOpsRepositoryLookup';
import { createPullRequestAction } from '../../actions/pullRequest';
import { createRepositoryEnsureAction } from '../../actions/repositoryEnsure';
import { GITOPS_URL } from '../../actions/__testUtils__/testConfig';

/** How the world is that a task finds, and what breaks in it. */
export type World = {
  repository?: 'missing' | 'empty' | 'ready';
  /** Whether the component is in the catalog. */
  registered?: boolean;
  pullRequest?: 'created' | 'updated' | 'unchanged';
  /** Why the step with this id fails. */
  failures?: Record<string, string>;
};

/** What a task did outside, in order: the step and what it was given. */
export type Effect = {
  step: string;
  input: Record<string, unknown>;
  files?: Record<string, string>;
};

/**
 * The actions of the template that reach GitHub, without GitHub: they note what they are given. Ours have their own
 * schemas, so that the template's inputs are checked against them.
 */
export function createContractActions(options: {
  world: World;
  effects: Effect[];
  config: GitOpsConfig;
  repositories: GitOpsRepositoryLookup;
  catalog: CatalogService;
}) {
  const { world, effects } = options;
  async function act(
    ctx: {
      input: Record<string, unknown>;
      step?: { id?: string };
      workspacePath: string;
      isDryRun?: boolean;
    },
    folder?: unknown,
  ) {
    const step = ctx.step?.id ?? '';
    const failure = world.failures?.[step];
    if (failure) {
      throw new Error(failure);
    }
    if (ctx.isDryRun) {
      return;
    }
    const contents =
      typeof folder === 'string'
        ? await serializeDirectoryContents(
            resolveSafeChildPath(ctx.workspacePath, folder),
          )
        : [];
    effects.push({
      step,
      input: ctx.input,
      files: Object.fromEntries(
        contents.map(file => [file.path, file.content.toString('utf8')]),
      ),
    });
  }

  const { catalog, ...common } = options;
  const ensure = createRepositoryEnsureAction({
    ...common,
    catalog,
    auth: mockServices.auth(),
  });
  const pullRequest = createPullRequestAction(common);
  return [
    {
      ...ensure,
      async handler(ctx: Parameters<typeof ensure.handler>[0]) {
        await act({ ...ctx, isDryRun: true });
        const { name } = ctx.input;
        const url = `https://github.com/acme/${name}`;
        ctx.output('status', world.repository ?? 'missing');
        ctx.output('repoUrl', `github.com?owner=acme&repo=${name}`);
        ctx.output('repositoryUrl', url);
        ctx.output('repoContentsUrl', `${url}/blob/main`);
        ctx.output('registered', world.registered ?? false);
      },
    },
    {
      ...pullRequest,
      async handler(ctx: Parameters<typeof pullRequest.handler>[0]) {
        await act(ctx, ctx.input.sourcePath);
        const status = world.pullRequest ?? 'created';
        ctx.output('status', status);
        if (status !== 'unchanged') {
          ctx.output('pullRequestUrl', `${GITOPS_URL}/pull/7`);
          ctx.output('pullRequestNumber', 7);
        }
      },
    },
    ...['publish:github', 'github:repo:push'].map(id =>
      createTemplateAction({
        id,
        schema: {
          input: z =>
            z
              .object({
                repoUrl: z.string(),
                sourcePath: z.string(),
                defaultBranch: z.literal('main'),
                protectDefaultBranch: z.boolean(),
                gitCommitMessage: z.string(),
              })
              .passthrough(),
        },
        handler: ctx => act(ctx, ctx.input.sourcePath),
      }),
    ),
  ];
}
