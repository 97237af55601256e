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
import type { ArgoHealthStatus } from './ArgoApplication';
import { cutText } from './cutText';
import { healthStatus, listOf, text } from './tolerant';

const LONGEST_MESSAGE = 300;

/**
 * Something that an ApplicationSet's controller has to say.
 * @public
 */
export interface ArgoApplicationSetCondition {
  /** Such as `ErrorOccurred`. */
  type: string;
  /** `True`, `False` or `Unknown`: whether it is the case. */
  status: string;
  reason?: string;
  /** At most 300 characters. */
  message: string;
  since?: string;
}

/**
 * An ApplicationSet, cut down to what we show.
 * @public
 */
export interface ArgoApplicationSet {
  namespace: string;
  name: string;
  createdAt?: string;
  labels: Record<string, string>;
  /** The kinds of its generators, such as `git`, those inside of `matrix` and `merge` included. */
  generators: string[];
  /** As written in the template: it may hold placeholders. */
  project?: string;
  /** As written in the template: it may hold placeholders. */
  nameTemplate?: string;
  conditions: ArgoApplicationSetCondition[];
  /** Older versions of Argo CD do not say. */
  health?: ArgoHealthStatus;
  /** How many Applications it has made. */
  applications: number;
  /** How many of them have that health, as far as the status says so. */
  applicationsByHealth: Partial<Record<ArgoHealthStatus, number>>;
}

/** A generator is an object with one key, its kind, beside a `selector` of what it generates. */
const generators = listOf(z.record(z.string(), z.unknown()));
const nested = z.object({ generators });

const setSchema = z
  .object({
    metadata: z.object({
      namespace: z.string().min(1),
      name: z.string().min(1),
      creationTimestamp: text,
      labels: z.record(z.string(), z.string()).catch({}),
    }),
    spec: z
      .object({
        generators,
        template: z
          .object({
            metadata: z.object({ name: text }).catch({}),
            spec: z.object({ project: text }).catch({}),
          })
          .catch({ metadata: {}, spec: {} }),
      })
      .catch({ generators: [], template: { metadata: {}, spec: {} } }),
    status: z
      .object({
        conditions: listOf(
          z.object({
            type: z.string(),
            status: z.string().catch('Unknown'),
            reason: text,
            message: text,
            lastTransitionTime: text,
          }),
        ),
        resources: listOf(
          z.object({
            health: z
              .object({ status: healthStatus.optional() })
              .optional()
              .catch(undefined),
          }),
        ),
        resourcesCount: z.number().optional().catch(undefined),
        health: z
          .object({ status: healthStatus.optional() })
          .optional()
          .catch(undefined),
      })
      .catch({ conditions: [], resources: [] }),
  })
  .transform(({ metadata, spec, status }): ArgoApplicationSet => {
    const { template } = spec;
    return {
      namespace: metadata.namespace,
      name: metadata.name,
      createdAt: metadata.creationTimestamp,
      labels: metadata.labels,
      generators: [...new Set(kindsOf(spec.generators))],
      project: template.spec.project,
      nameTemplate: template.metadata.name,
      conditions: status.conditions.map(condition => ({
        type: condition.type,
        status: condition.status,
        reason: condition.reason,
        message: cutText(condition.message, LONGEST_MESSAGE) ?? '',
        since: condition.lastTransitionTime,
      })),
      health: status.health?.status,
      // The list of resources may be cut off; the count is not.
      applications: status.resourcesCount ?? status.resources.length,
      applicationsByHealth: countByHealth(
        status.resources.map(({ health }) => health?.status),
      ),
    };
  });

/** The answer of `applicationsets`; one that does not look like an ApplicationSet is left out. */
export const applicationSetsSchema = z
  .object({ items: listOf(setSchema) })
  .transform(({ items }) => items);

function kindsOf(all: Record<string, unknown>[]): string[] {
  return all.flatMap(generator =>
    Object.entries(generator)
      .filter(([kind, value]) => kind !== 'selector' && value !== null)
      .flatMap(([kind, value]) => [
        kind,
        ...kindsOf(nested.safeParse(value).data?.generators ?? []),
      ]),
  );
}

function countByHealth(
  all: (ArgoHealthStatus | undefined)[],
): ArgoApplicationSet['applicationsByHealth'] {
  const counts: ArgoApplicationSet['applicationsByHealth'] = {};
  for (const health of all) {
    if (health) {
      counts[health] = (counts[health] ?? 0) + 1;
    }
  }
  return counts;
}
