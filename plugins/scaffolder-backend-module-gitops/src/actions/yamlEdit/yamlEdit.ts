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

import { readFile, writeFile } from 'node:fs/promises';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError, isError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { editYaml } from '@gitops-platform/backstage-plugin-gitops-node';
import { examples } from './yamlEdit.examples';
import { toYamlEdit } from './yamlEditSchema';

/**
 * Edits a YAML file of the workspace and leaves every byte outside the edited values as it was.
 * @public
 */
export function createYamlEditAction() {
  return createTemplateAction({
    id: 'gitops:yaml:edit',
    description:
      'Sets, appends and removes values in a YAML file of the workspace. Comments, quotes, anchors, line ends and everything else outside the edited values stay byte for byte as they were.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        path: z =>
          z.string({ description: 'The file, relative to the workspace' }),
        edits: z =>
          z
            .array(
              z.object({
                op: z.enum(['set', 'append', 'remove'], {
                  description:
                    '`set` writes a value and makes missing parents, `append` adds to a list what it does not hold yet, `remove` takes a key or an item away',
                }),
                path: z.string({
                  description:
                    'The place, such as `image.tag`, `hosts[0]`, `containers[name=web].image` or `annotations["argocd/app-name"]`',
                }),
                value: z
                  .any()
                  .optional()
                  .describe('What to set or append; text stays text'),
                document: z
                  .number({
                    description:
                      'Index of the document in a file of several. Default: 0',
                  })
                  .int()
                  .nonnegative()
                  .optional(),
              }),
            )
            .min(1)
            .describe('The changes, made in this order'),
      },
      output: {
        path: z => z.string({ description: 'The file, as it was given' }),
        changed: z =>
          z.boolean({
            description: 'Whether the file is different from before',
          }),
      },
    },
    async handler(ctx) {
      const { path, edits } = ctx.input;
      const file = resolveSafeChildPath(ctx.workspacePath, path);
      const source = await readWorkspaceFile(file, path);
      const edited = editYaml(source, edits.map(toYamlEdit));
      const changed = edited !== source;
      if (changed) {
        await writeFile(file, edited, 'utf8');
      }
      ctx.logger.info(
        changed ? `Changed ${path}` : `Nothing to change in ${path}`,
      );
      ctx.output('path', path);
      ctx.output('changed', changed);
    },
  });
}

async function readWorkspaceFile(file: string, path: string) {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isError(error) && error.code === 'ENOENT') {
      throw new InputError(
        `path: there is no ${path} in the workspace. Fetch or write it in an earlier step.`,
      );
    }
    throw error;
  }
}
