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

import { z } from 'zod';

const remoteRef = z.looseObject({
  key: z.string(),
  property: z.string().optional(),
  version: z.union([z.string(), z.number()]).optional(),
});

export type RemoteRef = z.infer<typeof remoteRef>;

/** The spec of an ExternalSecret, as far as it is read. */
export const externalSecretSpec = z.looseObject({
  refreshInterval: z.string().default('1h'),
  secretStoreRef: z
    .looseObject({ kind: z.string().default('SecretStore'), name: z.string() })
    .optional(),
  target: z
    .looseObject({
      name: z.string().optional(),
      deletionPolicy: z.string().default('Retain'),
    })
    .default({ deletionPolicy: 'Retain' }),
  data: z
    .array(z.looseObject({ secretKey: z.string(), remoteRef }))
    .default([]),
  dataFrom: z
    .array(z.looseObject({ extract: remoteRef.optional() }))
    .default([]),
});

export type ExternalSecretSpec = z.infer<typeof externalSecretSpec>;

/** The spec of a SecretStore or ClusterSecretStore; other providers than Vault are not played. */
export const storeSpec = z.looseObject({
  provider: z.looseObject({
    vault: z
      .looseObject({ server: z.string(), path: z.string().optional() })
      .optional(),
  }),
});
