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
import { cutText } from './cutText';
import { listOf, text } from './tolerant';

const MOST = 200;
const LONGEST_MESSAGE = 1_000;

/**
 * A Kubernetes event about an Application or one of its resources. Times are ISO 8601.
 * @public
 */
export interface ArgoEvent {
  type: 'Normal' | 'Warning';
  reason: string;
  /** At most 1,000 characters. */
  message: string;
  /** How often it happened. */
  count: number;
  firstAt?: string;
  lastAt?: string;
  object: { kind: string; namespace?: string; name: string };
}

const eventSchema = z
  .object({
    type: z.enum(['Normal', 'Warning']).catch('Normal'),
    reason: z.string().catch(''),
    message: text,
    count: z.number().optional().catch(undefined),
    firstTimestamp: text,
    lastTimestamp: text,
    eventTime: text,
    series: z
      .object({
        count: z.number().optional().catch(undefined),
        lastObservedTime: text,
      })
      .optional()
      .catch(undefined),
    metadata: z.object({ creationTimestamp: text }).catch({}),
    involvedObject: z.object({
      kind: z.string(),
      namespace: text,
      name: z.string(),
    }),
  })
  .transform((event): ArgoEvent => {
    const { series, eventTime, metadata, involvedObject } = event;
    // Events of the newer kind have `eventTime` and `series` instead of the two timestamps and the count.
    const firstAt =
      event.firstTimestamp ?? eventTime ?? metadata.creationTimestamp;
    return {
      type: event.type,
      reason: event.reason,
      message: cutText(event.message, LONGEST_MESSAGE) ?? '',
      count: series?.count ?? event.count ?? 1,
      firstAt,
      lastAt:
        series?.lastObservedTime ?? event.lastTimestamp ?? eventTime ?? firstAt,
      object: {
        ...involvedObject,
        namespace: involvedObject.namespace || undefined,
      },
    };
  });

/** The answer of `events`: newest first, at most 200. */
export const eventsSchema = z
  .object({ items: listOf(eventSchema) })
  .transform(({ items }) =>
    items.sort((a, b) => timeOf(b) - timeOf(a)).slice(0, MOST),
  );

function timeOf({ lastAt = '' }: ArgoEvent): number {
  return Date.parse(lastAt) || 0;
}
