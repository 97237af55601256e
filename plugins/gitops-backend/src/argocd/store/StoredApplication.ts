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

import type { ArgoApplication } from '@gitops-platform/backstage-plugin-gitops-node';

/** An Application as it was last seen on one instance. */
export interface StoredApplication extends ArgoApplication {
  instance: string;
  /** The store's version when what we show of it last changed. */
  version: number;
  /** When the health became what it is: as Argo CD says, else when the store first saw it. ISO 8601. */
  healthSince?: string;
}

/** What names an Application among all instances. */
export interface ApplicationId {
  instance: string;
  namespace: string;
  name: string;
}

/** The identity as a key. Instances and Kubernetes names hold no slash. */
export function applicationKey(id: ApplicationId): string {
  return `${id.instance}/${id.namespace}/${id.name}`;
}
