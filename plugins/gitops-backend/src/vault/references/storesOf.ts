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
  appliedOf,
  type AppliedResource,
} from '../../argocd/applied/AppliedResource';
import type { StoreRef } from './externalSecretFacts';
import type { SecretStoreFacts } from './secretStoreFacts';

/** The SecretStores that an Application brings along, by how an ExternalSecret of a namespace names them. */
export function storesOf(
  resources: AppliedResource[],
): Map<string, SecretStoreFacts> {
  return new Map(
    appliedOf(resources, 'SecretStore', 'ClusterSecretStore').map(
      ({ kind, name, namespace, facts }) => [
        storeKey({ kind, name }, namespace),
        facts,
      ],
    ),
  );
}

/** Such as `ClusterSecretStore/vault` or `SecretStore/orders-dev/vault`, as a server's `stores` are written. */
export function storeKey(
  { kind, name }: StoreRef,
  namespace: string | undefined,
): string {
  return kind === 'ClusterSecretStore'
    ? `${kind}/${name}`
    : `${kind}/${namespace ?? ''}/${name}`;
}
