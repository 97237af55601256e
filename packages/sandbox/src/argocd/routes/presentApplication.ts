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

import { managedFieldsEntry } from '../cluster';
import type { Application } from '../types';

function managedFields({ metadata, spec, status }: Application) {
  const { name: _, namespace: __, uid: ___, ...owned } = metadata;
  const time = metadata.creationTimestamp ?? '';
  return [
    managedFieldsEntry({
      manager: 'argocd-controller',
      apiVersion: 'argoproj.io/v1alpha1',
      time,
      owned: {
        metadata: { labels: owned.labels, annotations: owned.annotations },
        spec,
      },
    }),
    managedFieldsEntry({
      manager: 'argocd-application-controller',
      apiVersion: 'argoproj.io/v1alpha1',
      time: status.reconciledAt ?? time,
      owned: { status },
    }),
  ];
}

/**
 * An Application as the API answers it. The health of single resources is not in the stored object: `get` and the
 * stream look it up, the list and the answers to writes do not have it.
 */
export function presentApplication(
  application: Application,
  options: { resourceHealth: boolean; managedFields?: boolean },
): Application {
  const { metadata, status } = application;
  return {
    ...application,
    metadata:
      options.managedFields === false
        ? metadata
        : { ...metadata, managedFields: managedFields(application) },
    status:
      options.resourceHealth || !status.resources
        ? status
        : {
            ...status,
            resources: status.resources.map(({ health: _, ...one }) => one),
          },
  };
}
