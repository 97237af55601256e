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

import type { SecretReference } from '@gitops-platform/backstage-plugin-gitops-common';
import type { VaultServerConfig } from '@gitops-platform/backstage-plugin-gitops-node';
import type { Applied } from '../../argocd/applied/AppliedResource';
import { mergeExpected, type Expectation } from './Expectation';
import type { StoreRef } from './externalSecretFacts';
import { locateKey, plainNamespace, type SecretPlace } from './locateSecret';
import { placeOf, type ReferenceContext } from './ReferenceContext';
import { serverAt } from './serverAt';
import { storeKey } from './storesOf';
import { syncOf } from './syncOf';

/** What an ExternalSecret expects, of each store that it names. */
export function fromExternalSecret(
  resource: Applied<'ExternalSecret'>,
  context: ReferenceContext,
): Expectation[] {
  const { facts, namespace, name } = resource;
  const { once, ...sync } = syncOf(facts, context.now);
  const stores = new Map(
    facts.wanted.map(({ store }) => [
      store && storeKey(store, namespace),
      store,
    ]),
  );
  return [...stores].map(([key, store]) => {
    const source = sourceOf(store, namespace, context);
    const expected = mergeExpected(
      facts.wanted
        .filter(one => (one.store && storeKey(one.store, namespace)) === key)
        .map(({ path, keys, folder }) => ({
          keys,
          folder,
          ...source.locate(path),
          ...plainNamespace(source.namespace),
        })),
    );
    return {
      reference: {
        ...placeOf(resource, context),
        provider: source.provider,
        store: store && `${store.kind}/${store.name}`,
        server: source.server?.name,
        secrets: expected.map(({ path, keys, folder }) => ({
          path: folder ? `${path}/*` : path,
          keys,
        })),
        target: facts.target ?? name,
        ...sync,
      },
      expected,
      once,
    };
  });
}

/** Where a store leads: by its own manifest, else by what the configuration says of it. */
function sourceOf(
  store: StoreRef | undefined,
  namespace: string | undefined,
  { stores, servers }: ReferenceContext,
): {
  provider: SecretReference['provider'];
  server?: VaultServerConfig;
  namespace?: string;
  locate: (path: string) => SecretPlace;
} {
  const key = store && storeKey(store, namespace);
  const facts = key === undefined ? undefined : stores.get(key);
  const named = servers.find(
    one => key !== undefined && one.stores.includes(key),
  );
  if (facts?.provider === 'vault') {
    return {
      provider: 'vault',
      server: serverAt(servers, facts.address) ?? named,
      namespace: facts.namespace,
      locate: path => locateKey(path, facts),
    };
  }
  if (named) {
    const { mounts } = named;
    const mount = mounts.length === 1 ? mounts[0] : undefined;
    return {
      provider: 'vault',
      server: named,
      // The store has the mount in most cases, and its manifest is not to be seen.
      locate: path =>
        mount
          ? locateKey(path, { mount: mount.path, version: mount.version })
          : { path },
    };
  }
  return { provider: facts?.provider ?? 'unknown', locate: path => ({ path }) };
}
