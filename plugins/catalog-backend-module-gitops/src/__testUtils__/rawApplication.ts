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

/** An Application as Argo CD lists it. */
export function rawApplication(
  name: string,
  options: {
    entityRef?: string;
    label?: string;
    addOn?: string;
    destination?: JsonObject;
  } = {},
): JsonObject {
  const {
    entityRef,
    label,
    addOn,
    destination = { name: 'in-cluster' },
  } = options;
  return {
    metadata: {
      name,
      namespace: 'argocd',
      labels:
        label || addOn
          ? {
              ...(label && { 'app.kubernetes.io/name': label }),
              ...(addOn && { 'gitops-platform/add-on': addOn }),
            }
          : null,
      annotations: entityRef ? { 'backstage.io/entity-ref': entityRef } : null,
    },
    spec: {
      project: 'default',
      destination,
      source: {
        repoURL: 'https://git.acme.example/acme/gitops',
        path: 'charts/service',
      },
    },
  };
}
