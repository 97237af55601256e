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

import { AuthService } from '@backstage/backend-plugin-api';
import { ConflictError, InputError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  checkServiceName,
  findRepositoryConfig,
  GitOpsConfig,
  readServiceNameFacts,
  ServicesInGit,
  siblingRepositoryUrl,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { GitOpsRepositoryLookup } from '../GitOpsRepositoryLookup';
import { addressesOf, statusOf } from './describeRepository';
import { isRegistered } from './isRegistered';
import { examples } from './repositoryEnsure.examples';

/**
 * Says whether a service's repository has to be created, filled or left alone, and refuses one that is not its own.
 * @public
 */
export function createRepositoryEnsureAction(options: {
  config: GitOpsConfig;
  repositories: GitOpsRepositoryLookup;
  catalog: CatalogService;
  auth: AuthService;
}) {
  const { config, repositories, catalog, auth } = options;

  return createTemplateAction({
    id: 'gitops:repository:ensure',
    description:
      'Says whether the repository of a service is missing, empty or there already, so that the steps that create and fill it run only where they have to. Fails where the name, the repository or a folder in Git belongs to something else. Changes nothing.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        name: z =>
          z.string({
            description:
              'Name of the service and of its repository: at most 40 lower-case letters, digits and hyphens, beginning with a letter',
          }),
        owner: z =>
          z
            .string({
              description:
                'Entity reference of the owner, such as `group:default/team-a`; an entity of that name must belong to it',
            })
            .optional(),
        entityRef: z =>
          z
            .string({
              description:
                'Entity reference of the service. Default, and the only kind there is so far: `component:default/<name>`',
            })
            .optional(),
        repoUrl: z =>
          z
            .string({
              description:
                'Address of the repository, as `host?owner=acme&repo=orders` or as a URL. Default: of that name, beside the first GitOps repository',
            })
            .optional(),
      },
      output: {
        status: z =>
          z.enum(['missing', 'empty', 'ready'], {
            description:
              '`missing`: to be created. `empty`: created by a task that was stopped, to be filled. `ready`: there, and its own',
          }),
        message: z =>
          z.string({ description: 'The same in words, for a person' }),
        repoUrl: z =>
          z.string({
            description: 'As `publish:github` takes it: `host?owner=…&repo=…`',
          }),
        repositoryUrl: z =>
          z.string({ description: 'As a browser opens it, without `.git`' }),
        remoteUrl: z => z.string({ description: 'As git clones it' }),
        repoContentsUrl: z =>
          z.string({
            description: 'As `catalog:register` takes it: with branch main',
          }),
        registered: z =>
          z.boolean({
            description:
              'Whether the catalog knows of its `catalog-info.yaml`, though it may not have read it yet; `catalog:register` would refuse it',
          }),
      },
    },
    async handler(ctx) {
      const { name, owner } = ctx.input;
      const malformed = checkServiceName({ name, folders: [] });
      if (malformed.status === 'refused') {
        throw new InputError(`name: ${malformed.message}`);
      }
      checkEntityRef(name, ctx.input.entityRef);
      const gitops = findRepositoryConfig(config);
      const repository = repositories.forUrl(
        ctx.input.repoUrl ?? siblingRepositoryUrl(gitops.url, name),
      );

      const credentials = await ctx.getInitiatorCredentials();
      const own = await auth.getOwnServiceCredentials();
      const facts = await readServiceNameFacts({
        name,
        owner,
        repositoryUrl: repository.url,
        repository,
        services: config.repositories.map(item =>
          ServicesInGit.create({
            repository: repositories.forUrl(item.url),
            config: item,
          }),
        ),
        // A name is unique in the whole catalog, whoever may see the entity.
        async findEntity(ref) {
          const entity = await catalog.getEntityByRef(ref, {
            credentials: own,
          });
          if (!entity) return undefined;
          const visible = await catalog.getEntityByRef(ref, { credentials });
          return { entity, hidden: !visible };
        },
      });
      const check = checkServiceName(facts);
      if (check.status === 'refused') {
        throw new ConflictError(`name: ${check.message}`);
      }

      const status = statusOf(facts.repository);
      const message = {
        missing: `${repository.url} does not exist yet and will be created.`,
        empty: `${repository.url} exists without a commit and will be filled.`,
        ready: `${repository.url} is there and belongs to ${name}: it stays as it is.`,
      }[status];
      ctx.logger.info(message);

      ctx.output('status', status);
      ctx.output('message', message);
      const addresses = addressesOf(repository.url, 'main');
      ctx.output('repoUrl', addresses.repoUrl);
      ctx.output('repositoryUrl', addresses.repositoryUrl);
      ctx.output('remoteUrl', addresses.remoteUrl);
      ctx.output('repoContentsUrl', addresses.repoContentsUrl);
      ctx.output(
        'registered',
        await isRegistered({
          repositoryUrl: addresses.repositoryUrl,
          catalog,
          credentials: own,
        }),
      );
    },
  });
}

/** What is looked for is the component of that name: another entity would be answered for without a look at it. */
function checkEntityRef(name: string, entityRef: string | undefined): void {
  const own = `component:default/${name}`;
  if (entityRef && entityRef.toLocaleLowerCase('en-US') !== own) {
    throw new InputError(`entityRef: found ${entityRef}, expected ${own}`);
  }
}
