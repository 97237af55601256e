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

import { NotFoundError } from '@backstage/errors';
import { READ_ONLY, type ActionContext } from './ActionContext';
import { applicationInput, ORDERS_IN_PRODUCTION } from './applicationInput';
import { applicationOutput, applicationOutputOf } from './applicationOutput';
import { instanceOutput } from './instanceOutput';
import { showApplication } from './showApplication';

const action = 'get-argocd-application';
const eventId = 'application-fetch';
const MAX_DEPLOYMENTS = 5;

/** Registers `get-argocd-application`. */
export function createGetApplicationAction(context: ActionContext): void {
  const { actionsRegistry, readers } = context;
  actionsRegistry.register({
    name: action,
    title: 'Get an Argo CD Application of an entity',
    description: `
Gets one Argo CD Application of a catalog entity: its state, its links, and its latest ${MAX_DEPLOYMENTS} deployments, newest first, with
the commit, its author and its message.

Use it when somebody asks what was deployed last, when, and by whom, or wants the page of the Application. Find the
Application's instance, appNamespace and name with find-argocd-applications. To learn why it is not well, use
explain-argocd-application.
    `,
    attributes: READ_ONLY,
    schema: {
      input: applicationInput,
      output: z =>
        z.object({
          application: applicationOutput(z),
          deployments: z.array(
            z.object({
              deployedAt: z.string().describe('ISO 8601.'),
              initiatedBy: z
                .string()
                .optional()
                .describe('A username, or "automated".'),
              revisions: z
                .array(
                  z.object({
                    revision: z.string(),
                    author: z.string().optional(),
                    date: z.string().optional(),
                    message: z.string().optional(),
                    url: z.string().optional(),
                  }),
                )
                .describe('One per source.'),
            }),
          ),
          instances: z.array(instanceOutput(z)),
        }),
    },
    examples: [
      {
        title: 'What was deployed last of orders in production?',
        input: ORDERS_IN_PRODUCTION,
      },
    ],
    action: showApplication(
      context,
      { eventId, action },
      async (app, opened) => {
        const [history, { items }] = await Promise.all([
          readers.history.read(app),
          readers.overview.read(opened),
        ]);
        const shown = items.find(
          item =>
            item.instance === app.instance &&
            item.namespace === app.namespace &&
            item.name === app.name,
        );
        if (!shown) {
          throw new NotFoundError(`The Application ${app.name} has just gone`);
        }
        return {
          application: applicationOutputOf(shown),
          deployments: history.items.slice(0, MAX_DEPLOYMENTS),
          instances: history.instances,
        };
      },
    ),
  });
}
