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

import { z } from 'zod';
import type { KubeApi } from './KubeApi';

export const APPLICATIONS =
  '/apis/argoproj.io/v1alpha1/namespaces/argocd/applications';

const applicationSchema = z.object({
  metadata: z.object({ name: z.string() }),
  status: z
    .object({
      sync: z
        .object({
          status: z.string().optional(),
          revision: z.string().optional(),
        })
        .optional(),
      health: z.object({ status: z.string().optional() }).optional(),
      conditions: z
        .array(z.object({ type: z.string(), message: z.string() }))
        .optional(),
      operationState: z
        .object({
          phase: z.string().optional(),
          message: z.string().optional(),
        })
        .optional(),
      resources: z
        .array(
          z.looseObject({
            kind: z.string(),
            name: z.string(),
            namespace: z.string().optional(),
            status: z.string().optional(),
            health: z
              .object({
                status: z.string().optional(),
                message: z.string().optional(),
              })
              .optional(),
          }),
        )
        .optional(),
    })
    .optional(),
});

const listSchema = z.object({ items: z.array(applicationSchema) });

/** An Application as Argo CD left it. */
export interface ArgoState {
  name: string;
  sync: string;
  health: string;
  revision?: string;
  conditions: { type: string; message: string }[];
  /** How the last operation ended, and what it said. */
  phase?: string;
  message?: string;
  resources: {
    kind: string;
    name: string;
    namespace?: string;
    status?: string;
    health?: { status?: string; message?: string };
  }[];
}

/** All Applications of Argo CD's namespace, by name. */
export async function listApplications(
  api: KubeApi,
): Promise<Map<string, ArgoState>> {
  const { items } = listSchema.parse(await api.get(APPLICATIONS));
  return new Map(
    items.map(({ metadata: { name }, status = {} }) => [
      name,
      {
        name,
        sync: status.sync?.status ?? 'Unknown',
        health: status.health?.status ?? 'Unknown',
        revision: status.sync?.revision,
        conditions: status.conditions ?? [],
        phase: status.operationState?.phase,
        message: status.operationState?.message,
        resources: status.resources ?? [],
      },
    ]),
  );
}

/** Why an Application is not well, in Argo CD's words. */
export function reasonOf(state: ArgoState): string {
  const [condition] = state.conditions.filter(({ type }) =>
    type.endsWith('Error'),
  );
  const resource = state.resources.find(
    ({ health, status }) =>
      (health?.status && health.status !== 'Healthy') || status === 'OutOfSync',
  );
  return [
    `${state.sync}, ${state.health}`,
    condition && `${condition.type}: ${condition.message}`,
    state.phase && state.phase !== 'Succeeded' && state.message,
    resource &&
      `${resource.kind} ${resource.namespace ?? ''}/${resource.name}: ${
        resource.health?.message ?? resource.health?.status ?? resource.status
      }`,
  ]
    .filter(Boolean)
    .join('; ')
    .slice(0, 500);
}
