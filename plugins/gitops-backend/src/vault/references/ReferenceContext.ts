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
  ResourceName,
  SecretReference,
} from '@gitops-platform/backstage-plugin-gitops-common';
import type { VaultServerConfig } from '@gitops-platform/backstage-plugin-gitops-node';
import type { AppliedResource } from '../../argocd/applied/AppliedResource';
import type { SecretStoreFacts } from './secretStoreFacts';

/** What the references of an Application have in common. */
export interface ReferenceContext
  extends Pick<SecretReference, 'application' | 'environment' | 'cluster'> {
  /** By `storeKey`. */
  stores: ReadonlyMap<string, SecretStoreFacts>;
  servers: VaultServerConfig[];
  now: number;
}

/** What every reference says of itself. */
export function placeOf(
  { group, kind, namespace, name }: Omit<AppliedResource, 'facts'>,
  { application, environment, cluster }: ReferenceContext,
): Pick<
  SecretReference,
  'application' | 'environment' | 'cluster' | 'resource'
> {
  const resource: ResourceName = { group, kind, namespace, name };
  return { application, environment, cluster, resource };
}
