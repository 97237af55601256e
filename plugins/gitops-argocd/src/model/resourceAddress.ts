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

import type { ResourceName } from '@gitops-platform/backstage-plugin-gitops-common';

/**
 * A resource on its Application's page in Argo CD, which names it by group, kind, namespace, name and container.
 *
 * @param page - the Application's page
 */
export function resourceAddress(page: string, resource: ResourceName): string {
  const { group, kind, namespace = '', name } = resource;
  const node = [group, kind, namespace, name, 0].join('/');
  return `${page}?node=${encodeURIComponent(node)}`;
}
