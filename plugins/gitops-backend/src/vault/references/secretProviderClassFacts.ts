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

import type { JsonObject } from '@backstage/types';
import { parse } from 'yaml';
import { z } from 'zod';
import { listOf, some, text } from '../../argocd/applied/projectors/lenient';
import type { SecretProvider } from './secretStoreFacts';
import type { WantedSecret } from './WantedSecret';

/** What is kept of a SecretProviderClass of the Secrets Store CSI driver. */
export interface SecretProviderClassFacts {
  provider: SecretProvider;
  /** Of Vault: its address as the cluster has it. */
  address?: string;
  /** Of Vault. */
  namespace?: string;
  wanted: WantedSecret[];
  /** The Kubernetes Secrets that it becomes. */
  targets: string[];
}

/** Longer lists are not somebody's secrets. */
const MAX_OBJECTS_LENGTH = 100_000;

const classSchema = z.object({
  spec: z.object({
    provider: z.string(),
    parameters: some(
      z.object({ vaultAddress: text, vaultNamespace: text, objects: text }),
    ),
    secretObjects: listOf(z.object({ secretName: z.string() })),
  }),
});

const vaultObjects = listOf(
  z.object({ secretPath: z.string(), secretKey: text }),
);
const awsObjects = listOf(
  z.object({
    objectName: z.string(),
    jmesPath: listOf(z.object({ path: z.string() })),
  }),
);

export function secretProviderClassFacts(
  live: JsonObject,
): SecretProviderClassFacts | undefined {
  const spec = classSchema.safeParse(live).data?.spec;
  if (!spec) {
    return undefined;
  }
  const objects = parseObjects(spec.parameters?.objects);
  const targets = spec.secretObjects.map(({ secretName }) => secretName);
  switch (spec.provider) {
    case 'vault':
      return {
        provider: 'vault',
        address: spec.parameters?.vaultAddress,
        namespace: spec.parameters?.vaultNamespace,
        wanted: vaultObjects
          .parse(objects)
          .map(({ secretPath, secretKey }) => ({
            path: secretPath,
            keys: secretKey ? [secretKey] : [],
          })),
        targets,
      };
    case 'aws':
      return {
        provider: 'aws',
        wanted: awsObjects.parse(objects).map(({ objectName, jmesPath }) => ({
          path: objectName,
          keys: jmesPath.map(({ path }) => path),
        })),
        targets,
      };
    default:
      return { provider: 'other', wanted: [], targets };
  }
}

/** A text that is YAML again. */
function parseObjects(objects = ''): unknown {
  try {
    return objects.length > MAX_OBJECTS_LENGTH
      ? undefined
      : parse(objects, { maxAliasCount: 0, logLevel: 'silent' });
  } catch {
    // What does not parse names nothing; the driver says so itself.
    return undefined;
  }
}
