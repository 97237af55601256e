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
  ArgoHealthStatus,
  ArgoResourceNode,
} from '@gitops-platform/backstage-plugin-gitops-node';

/** A resource that keeps its Application from being well. */
export interface FailingResource {
  /** Empty for the core group. */
  group: string;
  kind: string;
  namespace?: string;
  name: string;
  health: Exclude<ArgoHealthStatus, 'Healthy'>;
  /** Such as `ImagePullBackOff: Back-off pulling image …`. */
  message?: string;
  /** How many siblings fail in the same way, such as the pods of one ReplicaSet. */
  others: number;
}

/** What of a resource tells whether and how it fails: of Argo CD's tree, or of ours. */
export type ResourceHealth = Pick<
  ArgoResourceNode,
  | 'uid'
  | 'group'
  | 'kind'
  | 'namespace'
  | 'name'
  | 'parent'
  | 'health'
  | 'healthMessage'
> & { info?: ArgoResourceNode['info'] };
