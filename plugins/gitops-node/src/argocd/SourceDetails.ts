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
import type { ArgoSource } from './ArgoApplication';
import { isAutoSync } from './isAutoSync';
import { listSources, rawSource, sourceOf, sourcesShape } from './rawSource';
import {
  directorySchema,
  helmSchema,
  kustomizeSchema,
  pluginSchema,
  type ArgoDirectoryDetails,
  type ArgoHelmDetails,
  type ArgoKustomizeDetails,
  type ArgoPluginDetails,
} from './sourceTools';
import { flag, listOf, text } from './tolerant';

/**
 * A source with what it passes to the tool that makes its manifests. Nothing of it is masked.
 * @public
 */
export interface ArgoSourceDetails extends ArgoSource {
  /** What tells it from the others. */
  name?: string;
  helm?: ArgoHelmDetails;
  kustomize?: ArgoKustomizeDetails;
  directory?: ArgoDirectoryDetails;
  plugin?: ArgoPluginDetails;
}

/**
 * When and how Argo CD syncs.
 * @public
 */
export interface ArgoSyncPolicy {
  /** Absent where only people begin a sync. */
  automated?: { prune: boolean; selfHeal: boolean };
  /** Such as `CreateNamespace=true`. */
  syncOptions: string[];
  /** How often a failed sync is tried again (below zero: without end), and the pauses, such as `1m30s`. */
  retry?: {
    limit: number;
    duration?: string;
    factor?: number;
    maxDuration?: string;
  };
}

/**
 * Where an Application's manifests come from, in full.
 * @public
 */
export interface ArgoSources {
  /** One or more, also where the Application has a single `source`. What hydrated manifests are made from. */
  sources: ArgoSourceDetails[];
  syncPolicy: ArgoSyncPolicy;
}

const detailedSource = rawSource.extend({
  name: text,
  helm: helmSchema.optional().catch(undefined),
  kustomize: kustomizeSchema.optional().catch(undefined),
  directory: directorySchema.optional().catch(undefined),
  plugin: pluginSchema.optional().catch(undefined),
});

const policySchema = z.object({
  automated: z
    .object({ prune: flag, selfHeal: flag, enabled: flag })
    .optional()
    .catch(undefined),
  syncOptions: listOf(z.string()),
  retry: z
    .object({
      limit: z.number().catch(0),
      backoff: z
        .object({
          duration: text,
          factor: z.number().optional().catch(undefined),
          maxDuration: text,
        })
        .catch({}),
    })
    .optional()
    .catch(undefined),
});

/** An Application's sources and sync policy. */
export const sourcesSchema = z
  .object({
    spec: z.object({
      ...sourcesShape(detailedSource),
      sourceHydrator: z
        .object({ drySource: detailedSource })
        .optional()
        .catch(undefined),
      syncPolicy: policySchema.catch({ syncOptions: [] }),
    }),
  })
  .transform(({ spec }): ArgoSources => {
    const { automated, syncOptions, retry } = spec.syncPolicy;
    return {
      sources: listSources({
        ...spec,
        hydrated: spec.sourceHydrator?.drySource,
      }).map(source => {
        const { name, helm, kustomize, directory, plugin } = source;
        return {
          ...sourceOf(source),
          name,
          helm,
          kustomize,
          directory,
          plugin,
        };
      }),
      syncPolicy: {
        automated:
          automated && isAutoSync(automated)
            ? {
                prune: automated.prune === true,
                selfHeal: automated.selfHeal === true,
              }
            : undefined,
        syncOptions,
        retry: retry && { limit: retry.limit, ...retry.backoff },
      },
    };
  });
