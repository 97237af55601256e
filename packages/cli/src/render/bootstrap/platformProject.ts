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

import type { JsonObject } from '@backstage/types';
import { sourceUrl } from '../applicationSets/elementOf';
import type { RenderContext } from '../RenderContext';
import { appProject } from './appProject';
import { clusterKinds } from './clusterKinds';

const distinct = (items: string[]) => [...new Set(items)].sort();

/** What add-ons may do: their charts' repositories and this one, namespace by namespace. */
export function platformProject(context: RenderContext): JsonObject {
  const { platform, placements } = context;
  return appProject({
    name: 'platform',
    description: 'The add-ons of the clusters',
    sourceRepos: distinct([
      platform.repository.url,
      ...placements.flatMap(({ addOn }) =>
        addOn.chart ? [sourceUrl(addOn.chart.repository)] : [],
      ),
    ]),
    destinations: platform.clusters.flatMap(({ name }) =>
      distinct(
        placements
          .filter(({ cluster }) => cluster.name === name)
          .flatMap(({ addOn }) => [addOn.namespace, ...addOn.namespaces]),
      ).map(namespace => ({ name, namespace })),
    ),
    clusterResourceWhitelist: clusterKinds(context).map(one => ({ ...one })),
  });
}
