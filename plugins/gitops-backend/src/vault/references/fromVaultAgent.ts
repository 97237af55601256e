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

import type { AppliedResource } from '../../argocd/applied/AppliedResource';
import type { Expectation } from './Expectation';
import { locateApiPath, plainNamespace } from './locateSecret';
import { placeOf, type ReferenceContext } from './ReferenceContext';
import { serverAt } from './serverAt';
import type { VaultAgentFacts } from './vaultAgentFacts';

/** What the pods of a workload get from a Vault Agent. */
export function fromVaultAgent(
  resource: Omit<AppliedResource, 'facts'>,
  { address, namespace, wanted }: VaultAgentFacts,
  context: ReferenceContext,
): Expectation {
  const { servers } = context;
  // Without an address, the agent asks the one server that its injector is set up for.
  const only = servers.length === 1 && !address ? servers[0] : undefined;
  const server = serverAt(servers, address) ?? only;
  const expected = wanted.map(({ path, keys }) => ({
    ...locateApiPath(path, server?.mounts ?? []),
    ...plainNamespace(namespace),
    keys,
  }));
  return {
    reference: {
      ...placeOf(resource, context),
      provider: 'vault',
      server: server?.name,
      secrets: expected.map(({ path, keys }) => ({ path, keys })),
      status: 'unknown',
    },
    expected,
  };
}
