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

import { clusterEntityNames } from '../clusters/providedClusters';
import { clusterKeyOf } from '../clusters/clustersOf';
import type { AddOnsConfig } from '../config/CatalogConfig';
import type { ProvidedEntities } from '../entities/InstanceProvider';
import { addOnEntity } from './addOnEntity';
import { addOnsOf } from './addOnsOf';

/** The add-ons that an instance installs as entities, each on the cluster that it is installed on. */
export function providedAddOns(options: {
  config: AddOnsConfig;
  /** The names of all instances. */
  instances: string[];
  /** Whether the clusters are entities. */
  clusters: boolean;
}): ProvidedEntities {
  const { config, instances, clusters } = options;
  return {
    plural: 'add-ons',
    of({ reader, earlier, location }) {
      const listed = reader.reading?.clusters;
      // Without the list, one cluster would be taken for two.
      if (!reader.reading || !listed) {
        return undefined;
      }
      const { applications } = reader.reading;
      // So Argo CD answers an account that has lost its permissions.
      if (listed.length === 0 && applications.length === 0) {
        return undefined;
      }
      const names = clusterEntityNames({ reader, earlier, instances });
      return addOnsOf(applications, {
        clusterOf: ({ destination }) => clusterKeyOf(destination, listed) ?? '',
      }).map(addOn =>
        addOnEntity({
          addOn,
          instance: reader.name,
          // An instance's own cluster is called in-cluster by each.
          cluster: names.get(addOn.cluster),
          dependsOnCluster: clusters,
          location,
          config,
        }),
      );
    },
  };
}
