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
import {
  ANNOTATION_ARGOCD_APP_NAME,
  ANNOTATION_ARGOCD_INSTANCE_NAME,
} from '@gitops-platform/backstage-plugin-gitops-common';
import type { AddOnsConfig } from '../config/CatalogConfig';
import { nameWithHash, toEntityName } from '../entities/entityName';
import type { AddOn } from './addOnsOf';

/**
 * An add-on as the catalog holds it: `<cluster's entity>-<add-on>`, with the annotations that its page shows Argo CD's
 * state by.
 *
 * @param options - `cluster`: the name of the cluster's entity, if it has one
 */
export function addOnEntity(options: {
  addOn: AddOn;
  instance: string;
  cluster?: string;
  dependsOnCluster: boolean;
  location: string;
  config: AddOnsConfig;
}): Entity {
  const { addOn, instance, cluster, dependsOnCluster, location, config } =
    options;
  const { owner, system } = config;
  const plain = `${cluster ?? instance}-${addOn.name}`;
  const unique = cluster !== undefined && toEntityName(plain) === plain;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: unique
        ? plain
        : nameWithHash(plain, `${instance} ${addOn.cluster} ${addOn.name}`),
      title: addOn.name,
      description: `Installed by Argo CD instance ${instance}`,
      annotations: {
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
        [ANNOTATION_ARGOCD_APP_NAME]: addOn.applications
          .map(({ name }) => name)
          .join(','),
        [ANNOTATION_ARGOCD_INSTANCE_NAME]: instance,
      },
    },
    spec: {
      type: 'kubernetes-add-on',
      owner,
      ...(system && { system }),
      ...(dependsOnCluster &&
        cluster && { dependsOn: [`resource:default/${cluster}`] }),
    },
  };
}
