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

/**
 * One or more Argo CD Application names, comma separated.
 * @public
 */
export const ANNOTATION_ARGOCD_APP_NAME = 'argocd/app-name';

/**
 * A Kubernetes label selector, instead of names.
 * @public
 */
export const ANNOTATION_ARGOCD_APP_SELECTOR = 'argocd/app-selector';

/**
 * Only these Argo CD instances, comma separated.
 * @public
 */
export const ANNOTATION_ARGOCD_INSTANCE_NAME = 'argocd/instance-name';

/**
 * Only Applications of this AppProject.
 * @public
 */
export const ANNOTATION_ARGOCD_PROJECT_NAME = 'argocd/project-name';

/**
 * Only Applications that live in this namespace of the control plane's cluster.
 * @public
 */
export const ANNOTATION_ARGOCD_APP_NAMESPACE = 'argocd/app-namespace';

/**
 * On an Argo CD Application: the entity that it belongs to. It proves an entity's claim.
 * @public
 */
export const ANNOTATION_ENTITY_REF = 'backstage.io/entity-ref';

/**
 * One or more KV paths, comma separated; `env=path` ties a path to an environment.
 * @public
 */
export const ANNOTATION_VAULT_SECRETS_PATH = 'vault.io/secrets-path';

/**
 * The mount that the paths are in.
 * @public
 */
export const ANNOTATION_VAULT_SECRETS_ENGINE = 'vault.io/secrets-engine';

/**
 * Only these Vault servers, comma separated.
 * @public
 */
export const ANNOTATION_VAULT_SERVER_NAME = 'vault.io/server-name';

/**
 * The Vault namespace, below that of the server.
 * @public
 */
export const ANNOTATION_VAULT_NAMESPACE = 'vault.io/namespace';

/**
 * `<namespace>/<name>` of one or more IngressRoutes, comma separated.
 * @public
 */
export const ANNOTATION_TRAEFIK_INGRESS_ROUTE = 'traefik.io/ingress-route';

/**
 * `<namespace>/<name>` of one or more Kubernetes Services, comma separated.
 * @public
 */
export const ANNOTATION_TRAEFIK_SERVICE = 'traefik.io/service';

/**
 * One or more hosts, comma separated.
 * @public
 */
export const ANNOTATION_TRAEFIK_HOST = 'traefik.io/host';

/**
 * Only these Traefik instances, comma separated.
 * @public
 */
export const ANNOTATION_TRAEFIK_INSTANCE_NAME = 'traefik.io/instance-name';
