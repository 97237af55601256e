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

import type { FindingRemedy } from '@gitops-platform/backstage-plugin-gitops-common';

/** The address of a tab of an entity's page; of the Argo CD tab, at the Application. */
export function tabAddress(options: {
  /** The address of the entity's page. */
  page: string;
  tab: NonNullable<FindingRemedy['tab']>;
  application?: FindingRemedy['application'];
}): string {
  const { page, tab, application } = options;
  const address = `${page}/${tab}`;
  if (tab !== 'argocd' || !application) {
    return address;
  }
  const { instance, namespace, name } = application;
  const app = `${instance}/${namespace}/${name}`;
  return `${address}?${new URLSearchParams({ app })}`;
}
