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

import type { Applied } from '../../argocd/applied/AppliedResource';
import { mergeExpected, type Expectation } from './Expectation';
import { locateApiPath, plainNamespace } from './locateSecret';
import { placeOf, type ReferenceContext } from './ReferenceContext';
import { serverAt } from './serverAt';

/** What a SecretProviderClass expects. Only the pods that mount it would tell whether it was fetched. */
export function fromSecretProviderClass(
  resource: Applied<'SecretProviderClass'>,
  context: ReferenceContext,
): Expectation {
  const { provider, address, namespace, wanted, targets } = resource.facts;
  const isVault = provider === 'vault';
  const server = isVault ? serverAt(context.servers, address) : undefined;
  const expected = mergeExpected(
    wanted.map(({ path, keys }) => ({
      ...(isVault ? locateApiPath(path, server?.mounts ?? []) : { path }),
      ...plainNamespace(namespace),
      keys,
    })),
  );
  return {
    reference: {
      ...placeOf(resource, context),
      provider,
      server: server?.name,
      secrets: expected.map(({ path, keys }) => ({ path, keys })),
      target: targets.length > 0 ? targets.join(', ') : undefined,
      status: 'unknown',
    },
    expected,
  };
}
