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
  ANNOTATION_ARGOCD_APP_NAME,
  ANNOTATION_ARGOCD_APP_SELECTOR,
  ANNOTATION_TRAEFIK_HOST,
  ANNOTATION_TRAEFIK_INGRESS_ROUTE,
  ANNOTATION_TRAEFIK_SERVICE,
  ANNOTATION_VAULT_NAMESPACE,
  ANNOTATION_VAULT_SECRETS_ENGINE,
  ANNOTATION_VAULT_SECRETS_PATH,
  ANNOTATION_VAULT_SERVER_NAME,
} from '@gitops-platform/backstage-plugin-gitops-common';

export const argoCdAnnotations = [
  ANNOTATION_ARGOCD_APP_NAME,
  ANNOTATION_ARGOCD_APP_SELECTOR,
];

// What an entity's Applications expect is shown without an annotation of its own; any of Vault's says that the entity
// has secrets, since the path may come from the server's `pathPattern`.
export const vaultAnnotations = [
  ANNOTATION_VAULT_SECRETS_PATH,
  ANNOTATION_VAULT_SECRETS_ENGINE,
  ANNOTATION_VAULT_SERVER_NAME,
  ANNOTATION_VAULT_NAMESPACE,
  ...argoCdAnnotations,
];

// The IngressRoutes of an entity's Applications are its own without an annotation.
export const traefikAnnotations = [
  ANNOTATION_TRAEFIK_INGRESS_ROUTE,
  ANNOTATION_TRAEFIK_SERVICE,
  ANNOTATION_TRAEFIK_HOST,
  ...argoCdAnnotations,
];
