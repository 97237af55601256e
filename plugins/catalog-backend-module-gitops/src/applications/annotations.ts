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
import {
  ANNOTATION_ARGOCD_APP_NAME,
  ANNOTATION_ARGOCD_APP_NAMESPACE,
  ANNOTATION_ARGOCD_APP_SELECTOR,
  ANNOTATION_ARGOCD_INSTANCE_NAME,
  ANNOTATION_ARGOCD_PROJECT_NAME,
} from '@gitops-platform/backstage-plugin-gitops-common';

/** The rule that found what `argocd/app-name` names. It tells our annotations from those that people write. */
export const ANNOTATION_FOUND_BY = 'gitops-platform/app-name-found-by';

/** The label of Applications that install an add-on of a cluster: its name, the same on each of its Applications. */
export const LABEL_ADD_ON = 'gitops-platform/add-on';

const CLAIMS = [
  ANNOTATION_ARGOCD_APP_NAME,
  ANNOTATION_ARGOCD_APP_SELECTOR,
  ANNOTATION_ARGOCD_INSTANCE_NAME,
  ANNOTATION_ARGOCD_PROJECT_NAME,
  ANNOTATION_ARGOCD_APP_NAMESPACE,
];

/** Whether an entity has any of the annotations that say which Applications it has, whoever wrote them. */
export function hasClaim(entity: Entity): boolean {
  const { annotations = {} } = entity.metadata;
  return CLAIMS.some(claim => annotations[claim] !== undefined);
}

/** Whether these annotations, as the catalog serves them, were found by us. */
export function isFound(entity: Entity): boolean {
  return entity.metadata.annotations?.[ANNOTATION_FOUND_BY] !== undefined;
}
