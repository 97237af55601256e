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

import { InputError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import { z } from 'zod';
import type { KnownCluster } from './ExpandedTree';

const parameters = z.record(z.string(), z.json());

const list = z.strictObject({
  list: z.strictObject({ elements: z.array(parameters) }),
});

const clusters = z.strictObject({
  clusters: z.strictObject({
    selector: z
      .strictObject({ matchLabels: z.record(z.string(), z.string()) })
      .optional(),
  }),
});

const matrix = z.strictObject({
  matrix: z.strictObject({
    generators: z.tuple([z.unknown(), z.unknown()]),
  }),
});

/**
 * The parameters that a generator of an ApplicationSet makes: list, clusters (by labels) and matrix.
 * Throws an `InputError` for another one.
 */
export function generatorParameters(
  generator: unknown,
  known: KnownCluster[],
): JsonObject[] {
  const asList = list.safeParse(generator);
  if (asList.success) {
    return asList.data.list.elements;
  }
  const asClusters = clusters.safeParse(generator);
  if (asClusters.success) {
    const labels = Object.entries(
      asClusters.data.clusters.selector?.matchLabels ?? {},
    );
    return known
      .filter(cluster =>
        labels.every(([key, value]) => cluster.labels[key] === value),
      )
      .map(({ name, server, labels: own, annotations }) => ({
        name,
        server,
        metadata: { labels: { ...own }, annotations: { ...annotations } },
      }));
  }
  const asMatrix = matrix.safeParse(generator);
  if (asMatrix.success) {
    const [first, second] = asMatrix.data.matrix.generators.map(one =>
      generatorParameters(one, known),
    );
    return first.flatMap(a => second.map(b => ({ ...a, ...b })));
  }
  throw new InputError(
    `expected a list, clusters or matrix generator, found ${JSON.stringify(
      generator,
    ).slice(0, 80)}`,
  );
}
