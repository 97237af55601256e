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

/**
 * An ApplicationSet with what all of ours have. Neither its own deletion nor an element that is gone takes anything out of
 * a cluster: Applications are then deleted by hand.
 */
export function applicationSet(options: {
  name: string;
  wave: number;
  labels?: JsonObject;
  generators: JsonObject[];
  template: JsonObject;
}): JsonObject {
  const { name, wave, labels, generators, template } = options;
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'ApplicationSet',
    metadata: {
      name,
      namespace: 'argocd',
      ...(labels ? { labels } : {}),
      annotations: {
        'argocd.argoproj.io/sync-wave': String(wave),
        'argocd.argoproj.io/sync-options': 'Prune=confirm,Delete=confirm',
      },
    },
    spec: {
      goTemplate: true,
      goTemplateOptions: ['missingkey=error'],
      generators,
      syncPolicy: {
        applicationsSync: 'create-update',
        preserveResourcesOnDeletion: true,
      },
      template,
    },
  };
}
