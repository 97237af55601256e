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

import type { ClustersConfig } from '../config/CatalogConfig';
import type { ProvidedEntities, Reader } from '../entities/InstanceProvider';
import { isShareable, type Cluster } from './Cluster';
import { clusterEntity } from './clusterEntity';
import { clusterNames } from './clusterNames';
import { clustersOf } from './clustersOf';

/**
 * The clusters of an instance as entities. One that several instances deploy to is that of the first of them in the
 * configuration.
 */
export function providedClusters(options: {
  config: ClustersConfig;
  /** The names of all instances. */
  instances: string[];
}): ProvidedEntities {
  const { config, instances } = options;
  return {
    plural: 'clusters',
    of({ reader, earlier, location }) {
      // Names come from the list, and without it clusters would be taken for others.
      if (!reader.reading?.clusters) {
        return undefined;
      }
      const taken = new Set(
        earlier
          .flatMap(clustersFrom)
          .filter(isShareable)
          .map(({ key }) => key),
      );
      const clusters = clustersFrom(reader);
      // Argo CD answers an account that has lost its permissions with empty lists, and it has always one cluster: its own.
      if (clusters.length === 0) {
        return undefined;
      }
      const names = clusterNames(clusters, { instances });
      return clusters
        .filter(({ key }) => !taken.has(key))
        .map(cluster =>
          clusterEntity({
            cluster,
            name: names.get(cluster.key) ?? cluster.key,
            location,
            config,
          }),
        );
    },
  };
}

/** The names of the entities of an instance's clusters, by key: its own, and those that an earlier instance provides. */
export function clusterEntityNames(options: {
  reader: Reader;
  earlier: Reader[];
  instances: string[];
}): Map<string, string> {
  const { reader, earlier, instances } = options;
  const names = new Map<string, string>();
  for (const one of [...earlier, reader]) {
    const clusters = clustersFrom(one).filter(
      cluster => one === reader || isShareable(cluster),
    );
    // The name of a cluster depends on its instance's others.
    const all = clusterNames(clustersFrom(one), { instances });
    for (const { key } of clusters) {
      const name = all.get(key);
      if (name && !names.has(key)) {
        names.set(key, name);
      }
    }
  }
  return names;
}

function clustersFrom({ name, reading }: Reader): Cluster[] {
  return clustersOf({
    instance: name,
    listed: reading?.clusters ?? [],
    applications: reading?.applications ?? [],
  });
}
