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

import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type Entity,
} from '@backstage/catalog-model';
import type { ClustersConfig } from '../config/CatalogConfig';
import { IN_CLUSTER, type Cluster } from './Cluster';

/** As Backstage's Kubernetes plugin calls it. */
const ANNOTATION_API_SERVER = 'kubernetes.io/api-server';

/** A cluster as the catalog holds it. */
export function clusterEntity(options: {
  cluster: Cluster;
  name: string;
  location: string;
  config: ClustersConfig;
}): Entity {
  const { cluster, name, location, config } = options;
  const { instance, server, key } = cluster;
  const { owner, system, apiServer } = config;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name,
      title: cluster.name ?? name,
      description:
        key === IN_CLUSTER
          ? `The Kubernetes cluster that Argo CD instance ${instance} runs in`
          : `A Kubernetes cluster that Argo CD instance ${instance} deploys to`,
      annotations: {
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
        // The address of an instance's own cluster leads elsewhere from everywhere else.
        ...(apiServer &&
          server &&
          key !== IN_CLUSTER && { [ANNOTATION_API_SERVER]: server }),
      },
    },
    spec: {
      type: 'kubernetes-cluster',
      owner,
      ...(system && { system }),
    },
  };
}
