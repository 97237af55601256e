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
import type { KnownCluster } from './knownClusters';
import type { Parameters } from './fillTemplate';

const listGenerator = z.strictObject({
  list: z.looseObject({
    elements: z.array(z.record(z.string(), z.unknown())),
  }),
});

const clustersGenerator = z.strictObject({
  clusters: z.strictObject({
    selector: z
      .strictObject({ matchLabels: z.record(z.string(), z.string()) })
      .optional(),
  }),
});

const matrixGenerator = z.strictObject({
  matrix: z.strictObject({
    generators: z.array(z.record(z.string(), z.unknown())).length(2),
  }),
});

/**
 * What a generator makes: list, clusters (chosen by labels) and matrix of two of these. Throws for any other one, with the
 * text of the set's condition.
 */
export function parametersOf(
  generator: Record<string, unknown>,
  clusters: KnownCluster[],
): Parameters[] {
  const list = listGenerator.safeParse(generator);
  if (list.success) {
    return list.data.list.elements;
  }
  const chosen = clustersGenerator.safeParse(generator);
  if (chosen.success) {
    return clustersMatching(
      clusters,
      chosen.data.clusters.selector?.matchLabels,
    );
  }
  const matrix = matrixGenerator.safeParse(generator);
  if (matrix.success) {
    const [first, second] = matrix.data.matrix.generators.map(one =>
      parametersOf(one, clusters),
    );
    return first.flatMap(one => second.map(other => ({ ...one, ...other })));
  }
  const kinds = Object.keys(generator).join(', ');
  throw new Error(
    `the sandbox expands list, clusters and matrix generators only; this one is ${kinds}`,
  );
}

/** With a selector, the cluster that Argo CD runs in is only there where a Secret tells of it. */
function clustersMatching(
  clusters: KnownCluster[],
  labels?: Record<string, string>,
): Parameters[] {
  return clusters
    .filter(({ secret }) =>
      labels
        ? Object.entries(labels).every(
            ([key, value]) => secret?.labels[key] === value,
          )
        : true,
    )
    .map(({ name, server, secret }) => ({
      name,
      server,
      ...(secret ? { metadata: secret } : {}),
    }));
}
