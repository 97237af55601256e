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

import type { ApplicationOverview } from '@gitops-platform/backstage-plugin-gitops-common';
import type { z } from 'zod/v3';
import type { Zod } from './Zod';
import { healthStatus } from './healthStatus';

/** An Application as actions answer it: what an overview shows, flat. */
export const applicationOutput = (zod: Zod) =>
  zod.object({
    instance: zod.string().describe('Name of the Argo CD instance.'),
    appNamespace: zod.string().describe('Namespace of the Application itself.'),
    app: zod.string().describe('Name of the Application.'),
    project: zod.string(),
    environment: zod
      .string()
      .describe('A configured environment, or "unknown".'),
    cluster: zod.string().describe('Name or address of the destination.'),
    destinationNamespace: zod.string().optional(),
    sync: zod.enum(['Synced', 'OutOfSync', 'Unknown']),
    health: healthStatus(zod),
    healthSince: zod.string().optional().describe('ISO 8601.'),
    reasons: zod
      .array(zod.string())
      .describe('Why it is not well, the most telling first.'),
    autoSync: zod.boolean(),
    images: zod.array(zod.string()).describe('What runs.'),
    sourceRevision: zod
      .string()
      .optional()
      .describe('Commit of the source that the image was built from.'),
    revisions: zod
      .array(zod.string())
      .describe('Commits or chart versions that Git asks for, per source.'),
    deployedAt: zod.string().optional().describe('ISO 8601.'),
    claim: zod
      .enum(['proved', 'unproved'])
      .describe('Whether the Application is proved to belong to the entity.'),
    links: zod
      .array(zod.string())
      .describe('Its page in Argo CD, then what it publishes.'),
  });

type ApplicationOutput = z.infer<ReturnType<typeof applicationOutput>>;

/** Puts an overview into that shape. */
export function applicationOutputOf(
  overview: ApplicationOverview,
): ApplicationOutput {
  const { namespace, name, version, sources, binding, reasons } = overview;
  return {
    instance: overview.instance,
    appNamespace: namespace,
    app: name,
    project: overview.project,
    environment: overview.environment,
    cluster: overview.cluster,
    destinationNamespace: overview.destinationNamespace,
    sync: overview.sync,
    health: overview.health,
    healthSince: overview.healthSince,
    reasons: (reasons ?? []).map(({ message }) => message),
    autoSync: overview.autoSync,
    images: version.images,
    sourceRevision: version.sourceRevision,
    revisions: sources.flatMap(({ revision }) => revision ?? []),
    deployedAt: overview.deployedAt,
    claim: binding.status,
    links: overview.links,
  };
}
