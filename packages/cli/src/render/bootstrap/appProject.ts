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
import { IN_CLUSTER } from '../../facts';

/** Before the Applications that belong to it. */
const WAVE = '-10';

/** What Applications may do. */
export function appProject(options: {
  name: string;
  description: string;
  annotations?: JsonObject;
  sourceRepos: string[];
  destinations: JsonObject[];
  clusterResourceWhitelist: JsonObject[];
  namespaceResourceWhitelist?: JsonObject[];
  namespaceResourceBlacklist?: JsonObject[];
}): JsonObject {
  const { name, annotations, ...spec } = options;
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: {
      name,
      namespace: 'argocd',
      annotations: { 'argocd.argoproj.io/sync-wave': WAVE, ...annotations },
    },
    spec,
  };
}

/** A project whose Applications make objects of Argo CD's own kinds, and nothing else. */
export function argocdProject(options: {
  name: string;
  description: string;
  annotations?: JsonObject;
  url: string;
  kinds: string[];
}): JsonObject {
  const { url, kinds, ...rest } = options;
  return appProject({
    ...rest,
    sourceRepos: [url],
    destinations: [{ name: IN_CLUSTER, namespace: 'argocd' }],
    clusterResourceWhitelist: [],
    namespaceResourceWhitelist: kinds.map(kind => ({
      group: 'argoproj.io',
      kind,
    })),
  });
}
