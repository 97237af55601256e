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

import type {
  DeliveryRow,
  Finding,
} from '@gitops-platform/backstage-plugin-gitops-common';
import type { DeliveryAccess } from '../delivery/DeliveryAccess';
import type { DeliveryReader } from '../delivery/DeliveryReader';
import { READ_ONLY, requireUser, type ActionContext } from './ActionContext';
import { describeDelivery } from './describeDelivery';
import { entityInput, entityOf } from './entityInput';
import { healthStatus } from './healthStatus';
import { instanceOutput } from './instanceOutput';
import type { Zod } from './Zod';

const action = 'explain-delivery';
const eventId = 'delivery-fetch';

const findingOutput = (z: Zod) =>
  z.object({
    severity: z.enum(['error', 'warning', 'info']),
    kind: z.string(),
    message: z.string(),
    subject: z.string().optional(),
    since: z.string().optional().describe('ISO 8601.'),
    evidence: z.array(z.string()),
    remedy: z
      .object({
        label: z.string(),
        url: z.string().optional(),
        template: z.string().optional(),
        parameters: z.record(z.unknown()).optional(),
      })
      .optional()
      .describe('What mends it.'),
  });

/** Registers `explain-delivery`. */
export function createExplainDeliveryAction(
  context: Pick<ActionContext, 'actionsRegistry' | 'auditor' | 'auth'> & {
    delivery: DeliveryAccess;
    reader: Pick<DeliveryReader, 'read'>;
  },
): void {
  const { actionsRegistry, delivery, reader } = context;
  actionsRegistry.register({
    name: action,
    title: 'Explain how a service is delivered, environment by environment',
    description: `
Says per environment and cluster, in promotion order, what of a catalog entity runs, how far it is behind the environment
before, and everything that is wrong with its Applications, its routes, its secrets and its version in Git: worst first,
each finding with its evidence and what mends it.

Use it when somebody asks how a service is doing, what is wrong with it, whether it can be promoted, or what production lacks.
To learn more of one Application, use explain-argocd-application with the instance, namespace and name of its row.

A part whose status is not "ok" may hide problems: say so. "unknown" is not "well". Nothing is changed: a remedy that names a
template is a pull request that a person starts.
    `,
    attributes: READ_ONLY,
    schema: {
      input: z => z.object(entityInput(z)),
      output: z =>
        z.object({
          summary: z.string().describe('In prose, a line per environment.'),
          rows: z.array(
            z.object({
              environment: z
                .string()
                .describe('A configured environment, or "unknown".'),
              cluster: z.string().optional(),
              state: z.enum([
                'well',
                'attention',
                'broken',
                'unknown',
                'missing',
              ]),
              version: z.string().optional().describe('What runs.'),
              sourceRevision: z
                .string()
                .optional()
                .describe('The commit that it was built from.'),
              desired: z
                .string()
                .optional()
                .describe('The version that Git names.'),
              behind: z
                .object({
                  environment: z.string(),
                  same: z.boolean(),
                  total: z.number().optional(),
                  commits: z.array(z.string()),
                })
                .optional()
                .describe(
                  'What the environment before has and this one has not.',
                ),
              applications: z.array(
                z.object({
                  instance: z.string(),
                  namespace: z.string(),
                  name: z.string(),
                  sync: z.string(),
                  health: healthStatus(z),
                }),
              ),
              hosts: z.array(z.string()),
              findings: z.array(findingOutput(z)),
              actions: z.array(
                z.object({
                  kind: z.enum(['promote', 'rollback']),
                  template: z.string(),
                  parameters: z.record(z.unknown()),
                  possible: z.boolean(),
                  reason: z.string().optional(),
                }),
              ),
            }),
          ),
          findings: z
            .array(findingOutput(z))
            .describe('What belongs to no row.'),
          parts: z.array(
            z.object({
              part: z.string(),
              status: z.enum([
                'ok',
                'partial',
                'forbidden',
                'unconfigured',
                'error',
              ]),
              reason: z.string().optional(),
            }),
          ),
          instances: z.array(instanceOutput(z).extend({ system: z.string() })),
        }),
    },
    examples: [
      { title: 'How is the service orders?', input: { name: 'orders' } },
      {
        title: 'What is wrong with an API in another namespace?',
        input: { name: 'checkout', kind: 'API', namespace: 'shop' },
      },
    ],
    action: async ({ input, credentials }) => {
      const user = await requireUser(context, credentials, { eventId, action });
      const answer = await delivery.show(
        {
          entity: entityOf(input),
          credentials: async () => user,
          eventId,
          // Without a request, the auditor takes the plugin itself for the one who asked.
          meta: { action, requestedBy: user.principal.userEntityRef },
        },
        opened => reader.read(opened),
      );
      return {
        output: {
          summary: describeDelivery(answer),
          rows: answer.rows.map(rowOutput),
          findings: answer.findings.map(shownFinding),
          parts: answer.parts,
          instances: answer.instances.map(
            ({ system, name, status, error }) => ({
              system,
              name,
              status,
              error,
            }),
          ),
        },
      };
    },
  });
}

function shownFinding(finding: Finding) {
  const { severity, kind, message, subject, since, evidence } = finding;
  const { label, url, template, parameters } = finding.remedy ?? {};
  return {
    severity,
    kind,
    message,
    subject,
    since,
    evidence,
    remedy: label ? { label, url, template, parameters } : undefined,
  };
}

function rowOutput(row: DeliveryRow) {
  const { environment, cluster, state, version, desired, behind } = row;
  return {
    environment,
    cluster,
    state,
    version: version?.label,
    sourceRevision: version?.sourceRevision,
    desired: desired?.label,
    behind: behind && {
      environment: behind.environment,
      same: behind.same,
      total: behind.total,
      commits: behind.commits.map(({ revision, message = '' }) =>
        `${revision} ${message}`.trim(),
      ),
    },
    applications: row.applications.map(
      ({ instance, namespace, name, sync, health }) => ({
        instance,
        namespace,
        name,
        sync,
        health,
      }),
    ),
    hosts: row.routes.map(({ host }) => host),
    findings: row.findings.map(shownFinding),
    actions: row.actions,
  };
}
