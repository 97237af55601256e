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

import { stringifyEntityRef } from '@backstage/catalog-model';
import { gitopsApplicationReadPermission } from '@gitops-platform/backstage-plugin-gitops-common';
import { audited } from '../audit/audited';
import { READ_ONLY, requireUser, type ActionContext } from './ActionContext';
import { applicationOutput, applicationOutputOf } from './applicationOutput';
import { entityInput, entityOf } from './entityInput';
import { healthStatus } from './healthStatus';
import { instanceOutput } from './instanceOutput';

const action = 'find-argocd-applications';
const eventId = 'application-fetch';

/** Registers `find-argocd-applications`. */
export function createFindApplicationsAction(context: ActionContext): void {
  const { actionsRegistry, auditor, access, readers } = context;
  actionsRegistry.register({
    name: action,
    title: 'Find Argo CD Applications of an entity',
    description: `
Lists the Argo CD Applications that a catalog entity claims, in promotion order (dev before production), each with its
sync and health status, what runs, and why it is not well.

Use it first whenever somebody asks what of a service is deployed where, in which version, and whether it is healthy. Its
answer names each Application (instance, appNamespace, app) as get-argocd-application and explain-argocd-application want it.

An instance whose status is not "ok" may have more Applications than are listed: say so. "hidden" counts those that the
caller may not see.
    `,
    attributes: READ_ONLY,
    schema: {
      input: z =>
        z.object({
          ...entityInput(z),
          instance: z
            .string()
            .optional()
            .describe('Only those of this Argo CD instance.'),
          environment: z
            .string()
            .optional()
            .describe('Only those of this environment, such as "production".'),
          health: healthStatus(z)
            .optional()
            .describe('Only those of this health.'),
        }),
      output: z =>
        z.object({
          applications: z.array(applicationOutput(z)),
          hidden: z
            .number()
            .describe('How many more there are that the caller may not see.'),
          problem: z
            .string()
            .optional()
            .describe("What is wrong with the entity's annotations."),
          instances: z.array(instanceOutput(z)),
        }),
    },
    examples: [
      {
        title: 'What of the service orders runs in production?',
        input: { name: 'orders', environment: 'production' },
      },
      {
        title: 'What of an API is not healthy?',
        input: { name: 'checkout', kind: 'API', health: 'Degraded' },
      },
    ],
    action: async ({ input, credentials }) => {
      const user = await requireUser(context, credentials, { eventId, action });
      const entity = entityOf(input);
      const answer = await audited(
        auditor,
        {
          eventId,
          meta: {
            entityRef: stringifyEntityRef(entity),
            action,
            requestedBy: user.principal.userEntityRef,
          },
        },
        async () =>
          readers.overview.read(
            await access.openAs(user, entity, gitopsApplicationReadPermission),
          ),
      );
      const matches = (wanted: string | undefined, value: string) =>
        wanted === undefined || wanted === value;
      return {
        output: {
          applications: answer.items
            .filter(
              item =>
                matches(input.instance, item.instance) &&
                matches(input.environment, item.environment) &&
                matches(input.health, item.health),
            )
            .map(applicationOutputOf),
          hidden: answer.hidden,
          problem: answer.claim.problem,
          instances: answer.instances,
        },
      };
    },
  });
}
