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

import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { ANNOTATION_ENTITY_REF } from '@gitops-platform/backstage-plugin-gitops-common';
import type { ArgoApplication } from '@gitops-platform/backstage-plugin-gitops-node';
import { LABEL_ADD_ON } from './annotations';
import type { CatalogApplication } from './CatalogApplication';

/** Cuts an Application down. */
export function toCatalogApplication(
  app: ArgoApplication,
  options: { instance: string; label: string },
): CatalogApplication {
  const { instance, label } = options;
  return {
    instance,
    namespace: app.namespace,
    name: app.name,
    project: app.project,
    destination: app.destination,
    entityRef: fullRef(app.annotations[ANNOTATION_ENTITY_REF]),
    label: app.labels[label] || undefined,
    addOn: app.labels[LABEL_ADD_ON] || undefined,
    sources: app.sources.map(({ repoUrl, path, chart }) => ({
      repoUrl,
      path,
      chart,
    })),
  };
}

function fullRef(ref: string | undefined): string | undefined {
  try {
    return stringifyEntityRef(
      parseEntityRef(ref?.trim() ?? '', {
        defaultKind: 'component',
        defaultNamespace: 'default',
      }),
    );
  } catch {
    // An annotation that is no entity reference names nobody.
    return undefined;
  }
}
