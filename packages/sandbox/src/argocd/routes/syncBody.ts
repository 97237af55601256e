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
import type { SyncOperation } from '../types';

const strategy = z.looseObject({ force: z.boolean().optional() });

/** What `sync` takes. */
export const syncBody = z.looseObject({
  revision: z.string().optional(),
  dryRun: z.boolean().optional(),
  prune: z.boolean().optional(),
  strategy: z
    .looseObject({ apply: strategy.nullish(), hook: strategy.nullish() })
    .nullish(),
  resources: z
    .array(
      z.looseObject({
        group: z.string().optional(),
        kind: z.string(),
        name: z.string(),
        namespace: z.string().optional(),
        exclude: z.boolean().optional(),
      }),
    )
    .nullish(),
  syncOptions: z
    .looseObject({ items: z.array(z.string()).nullish() })
    .nullish(),
  infos: z
    .array(z.looseObject({ name: z.string(), value: z.string() }))
    .nullish(),
  retryStrategy: z.looseObject({ limit: z.number().optional() }).nullish(),
  manifests: z.array(z.string()).nullish(),
  sourcePositions: z.array(z.coerce.number()).nullish(),
  revisions: z.array(z.string()).nullish(),
});

export type SyncBody = z.infer<typeof syncBody>;

/** Without what Go leaves out of its JSON: empty texts and `false`. */
function dense<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(value).filter(([, field]) => field !== '' && field),
  ) as Partial<T>;
}

/** The part of an operation that says what a sync is limited to and how it goes about it. */
export function readSyncLimits(
  body: SyncBody,
): Pick<SyncOperation, 'prune' | 'dryRun' | 'syncStrategy' | 'resources'> {
  const { apply, hook } = body.strategy ?? {};
  return {
    ...(body.prune ? { prune: true } : {}),
    ...(body.dryRun ? { dryRun: true } : {}),
    ...(body.strategy
      ? {
          syncStrategy: {
            ...(apply ? { apply: dense(apply) } : {}),
            ...(hook ? { hook: dense(hook) } : {}),
          },
        }
      : {}),
    ...(body.resources?.length
      ? {
          resources: body.resources.map(({ kind, name, ...rest }) => ({
            ...dense(rest),
            kind,
            name,
          })),
        }
      : {}),
  };
}
