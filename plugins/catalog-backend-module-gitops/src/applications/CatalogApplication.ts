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

import type {
  ArgoApplication,
  ArgoSource,
} from '@gitops-platform/backstage-plugin-gitops-node';

/** As much of an Application as says whose it is and where it runs: thousands are kept in memory. */
export interface CatalogApplication
  extends Pick<
    ArgoApplication,
    'namespace' | 'name' | 'project' | 'destination'
  > {
  instance: string;
  /** The entity that its annotation `backstage.io/entity-ref` names: a full reference, in lower case. */
  entityRef?: string;
  /** The value of the configured label. */
  label?: string;
  /** The add-on of a cluster that it installs, or a part of it. */
  addOn?: string;
  sources: Pick<ArgoSource, 'repoUrl' | 'path' | 'chart'>[];
}

/** An Application as messages name it. It identifies the Application, too. */
export function idOf(
  app: Pick<CatalogApplication, 'instance' | 'namespace' | 'name'>,
): string {
  return `${app.instance}/${app.namespace}/${app.name}`;
}
