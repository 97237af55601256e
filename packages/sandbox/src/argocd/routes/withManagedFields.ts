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
import type { AppProject, ApplicationSet } from '../types';

/** An object as a GET answers it: the store keeps it without who owns which field. */
export function withManagedFields<T extends AppProject | ApplicationSet>(
  object: T,
): T {
  const { metadata, spec } = object;
  return {
    ...object,
    metadata: {
      ...metadata,
      managedFields: [
        managedFieldsEntry({
          manager: 'argocd-controller',
          apiVersion: 'argoproj.io/v1alpha1',
          time: metadata.creationTimestamp ?? '',
          owned: {
            metadata: {
              labels: metadata.labels,
              annotations: metadata.annotations,
            },
            spec,
          },
        }),
      ],
    },
  };
}
