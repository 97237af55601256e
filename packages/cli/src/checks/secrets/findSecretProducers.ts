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

import type { Manifest, Rendering } from '../rendering';
import { isRecord, listAt, recordAt, textAt } from '../yaml';

/** The Secrets that a cluster has, as `<namespace>/<name>`; `*` stands for any namespace. @internal */
export function findSecretProducers(
  { manifests, addOns, applications }: Rendering,
  cluster: string,
): Set<string> {
  const made = new Set<string>();
  for (const manifest of manifests) {
    if (manifest.application.cluster !== cluster) continue;
    const namespace = manifest.namespace ?? manifest.application.namespace;
    for (const name of madeBy(manifest)) {
      made.add(
        manifest.kind.startsWith('Cluster')
          ? `*/${name}`
          : `${namespace}/${name}`,
      );
    }
  }
  const on = new Set(
    applications
      .filter(one => one.cluster === cluster)
      .map(one => one.addOn?.name),
  );
  for (const { name, secrets } of addOns) {
    if (!on.has(name)) continue;
    for (const secret of secrets)
      made.add(`${secret.namespace}/${secret.name}`);
  }
  return made;
}

function madeBy({ kind, name, value }: Manifest): string[] {
  switch (kind) {
    case 'Secret':
    case 'SealedSecret':
    case 'VaultStaticSecret':
      return [name];
    case 'ExternalSecret':
      return [textAt(value, 'spec', 'target', 'name') ?? name];
    case 'ClusterExternalSecret':
      return [
        textAt(value, 'spec', 'externalSecretSpec', 'target', 'name') ??
          textAt(value, 'spec', 'externalSecretName') ??
          name,
      ];
    case 'Certificate':
      return [textAt(value, 'spec', 'secretName') ?? ''];
    case 'SecretProviderClass':
      return listAt(value, 'spec', 'secretObjects').map(
        one => textAt(one, 'secretName') ?? '',
      );
    case 'Bundle':
      return recordAt(value, 'spec', 'target').secret ? [name] : [];
    case 'Issuer':
    case 'ClusterIssuer':
      return accountKeys(value);
    default:
      return [];
  }
}

function accountKeys(value: unknown): string[] {
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    key === 'privateKeySecretRef'
      ? [textAt(child, 'name') ?? '']
      : accountKeys(child),
  );
}
