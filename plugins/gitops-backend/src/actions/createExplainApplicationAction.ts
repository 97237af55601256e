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

import { READ_ONLY, type ActionContext } from './ActionContext';
import { applicationInput, ORDERS_IN_PRODUCTION } from './applicationInput';
import { instanceOutput } from './instanceOutput';
import { showApplication } from './showApplication';

const action = 'explain-argocd-application';
const eventId = 'application-explain';

/** Registers `explain-argocd-application`. */
export function createExplainApplicationAction(context: ActionContext): void {
  const { actionsRegistry, readers } = context;
  actionsRegistry.register({
    name: action,
    title: 'Explain why an Argo CD Application is not healthy',
    description: `
Says in words why one Argo CD Application of a catalog entity is not healthy or not in sync, with the evidence: the
reasons (the most telling first), the failing resources, the last operation with its failed resources and hooks, and what
to do next.

Use it when somebody asks why a service is down, degraded, stuck or not deployed. Find the Application's instance,
appNamespace and name with find-argocd-applications. An Application may be called Healthy although its manifests cannot be
generated: trust the reasons more than the health. Nothing is changed; desired state is changed in Git only.
    `,
    attributes: READ_ONLY,
    schema: {
      input: applicationInput,
      output: z => {
        const resource = {
          group: z.string().describe('Empty for the core group.'),
          kind: z.string(),
          namespace: z.string().optional(),
          name: z.string(),
        };
        return z.object({
          well: z.boolean().describe('There is nothing to explain.'),
          sync: z.string(),
          health: z.string(),
          reasons: z.array(
            z.object({
              kind: z.enum([
                'condition',
                'operation',
                'hook',
                'resource',
                'sync',
              ]),
              message: z.string(),
              resource: z.object(resource).optional(),
              since: z.string().optional().describe('ISO 8601.'),
            }),
          ),
          failingResources: z.array(
            z.object({
              ...resource,
              health: z.string(),
              message: z.string().optional(),
              others: z
                .number()
                .describe('How many siblings fail in the same way.'),
            }),
          ),
          operation: z
            .object({
              phase: z.string(),
              message: z.string().optional(),
              startedAt: z.string().optional(),
              finishedAt: z.string().optional(),
              initiatedBy: z.string().optional(),
              requestedBy: z.string().optional(),
              dryRun: z.boolean().optional(),
              resources: z.array(
                z.object({
                  ...resource,
                  status: z.string().optional(),
                  message: z.string().optional(),
                  hook: z.string().optional(),
                  phase: z.string().optional(),
                }),
              ),
            })
            .optional()
            .describe('The operation that runs or ran last.'),
          nextSteps: z.array(z.string()).describe('What to do next, in order.'),
          instances: z.array(instanceOutput(z)),
        });
      },
    },
    examples: [
      {
        title: 'Why is orders not healthy in production?',
        input: ORDERS_IN_PRODUCTION,
      },
    ],
    action: showApplication(context, { eventId, action }, async app => {
      const { instance, ...explained } = await readers.explainer.explain(app);
      return {
        ...explained,
        well: explained.reasons.length === 0,
        sync: app.sync,
        health: app.health,
        instances: [instance],
      };
    }),
  });
}
