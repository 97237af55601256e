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

import { GitOpsRepositoryConfig } from '../config';

/** Argo CD names and namespaces are `<service>-<environment>`, at most 63 characters. */
const SERVICE_NAME = /^[a-z]([a-z0-9-]{0,38}[a-z0-9])?$/;

/** The Applications that collect an environment's services are called `applications-<environment>`. */
const RESERVED_NAMES = ['applications'];

/** Read as something else than text where nobody has put quotes: catalog-info.yaml, mkdocs.yml, labels. */
const YAML_WORDS = /^(true|false|null|yes|no|on|off|y|n)$/;

/**
 * What {@link isServiceName} accepts, in words.
 * @public
 */
export const SERVICE_NAME_RULE =
  'at most 40 lower-case letters, digits and hyphens that start with a letter and do not end with a hyphen, such as orders; the platform itself uses applications, and YAML takes words such as on for a switch';

/**
 * Whether a service may have that name.
 * @public
 */
export function isServiceName(name: string): boolean {
  return (
    SERVICE_NAME.test(name) &&
    !RESERVED_NAMES.includes(name) &&
    !YAML_WORDS.test(name)
  );
}

/**
 * Name of a service's Argo CD Application in one environment, and of the namespace that it deploys to.
 * @public
 */
export function applicationName(service: string, environment: string): string {
  return `${service}-${environment}`;
}

/**
 * The AppProject that a service's Application belongs to.
 * @public
 */
export function projectName(environment: string): string {
  return `workloads-${environment}`;
}

/**
 * Folder of a service in a GitOps repository, without slashes at either end.
 * @public
 */
export function serviceFolder(
  repository: GitOpsRepositoryConfig,
  options: { service: string; environment: string },
): string {
  return repository.path
    .replaceAll('{environment}', options.environment)
    .replaceAll('{service}', options.service)
    .replace(/^\/+|\/+$/g, '');
}

/**
 * The files that a service has in its folder.
 * @public
 */
export function serviceFilePaths(
  repository: GitOpsRepositoryConfig,
  options: { service: string; environment: string },
): { application: string; values: string } {
  const folder = serviceFolder(repository, options);
  return {
    application: `${folder}/application.yaml`,
    values: `${folder}/values.yaml`,
  };
}
