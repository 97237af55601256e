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

import type { Entity } from '@backstage/catalog-model';

/** A component, as the catalog has it once it is processed. */
export function componentOf(
  name: string,
  options: {
    namespace?: string;
    kind?: string;
    /** What its source location points to. */
    source?: string;
    annotations?: Record<string, string>;
  } = {},
): Entity {
  const { namespace = 'default', kind = 'Component', source } = options;
  const location = source
    ? `url:${source}`
    : 'file:/catalog/examples/catalog-info.yaml';
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      namespace,
      annotations: {
        'backstage.io/managed-by-location': location,
        'backstage.io/managed-by-origin-location': location,
        ...(source && { 'backstage.io/source-location': location }),
        ...options.annotations,
      },
    },
    spec: { type: 'service', lifecycle: 'production', owner: 'team-shop' },
  };
}
