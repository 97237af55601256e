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
import { present, sparseListOf, text } from './tolerant';

export const rawSource = z.object({
  repoURL: z.string(),
  path: text,
  chart: text,
  targetRevision: text,
  ref: text,
});

type RawSource = z.infer<typeof rawSource>;

/** Where one source, or several, stand in a larger object. */
export const sourcesShape = <T extends z.ZodType<RawSource>>(source: T) => ({
  source: source.optional().catch(undefined),
  sources: sparseListOf(source),
});

/** The branch that hydrated manifests are synced from, which stands in the place of the sources. */
export const hydratedSource = z
  .object({
    drySource: z.object({ repoURL: z.string() }),
    syncSource: z.object({ repoURL: text, path: text, targetBranch: text }),
  })
  .transform(
    ({ drySource, syncSource }): RawSource => ({
      repoURL: syncSource.repoURL || drySource.repoURL,
      path: syncSource.path,
      targetRevision: syncSource.targetBranch,
    }),
  )
  .optional()
  .catch(undefined);

/** Several sources count before a single one, a hydrated one before all. */
export function listSources<T>(raw: {
  hydrated?: T;
  source?: T;
  sources: T[];
}): NonNullable<T>[] {
  const { hydrated, source } = raw;
  const sources = present(raw.sources);
  if (!hydrated && sources.length > 0) {
    return sources;
  }
  const single = hydrated ?? source;
  return single ? [single] : [];
}

export function sourceOf(raw: RawSource): ArgoSource {
  return {
    repoUrl: raw.repoURL,
    path: raw.path,
    chart: raw.chart,
    targetRevision: raw.targetRevision,
    ref: raw.ref,
  };
}
