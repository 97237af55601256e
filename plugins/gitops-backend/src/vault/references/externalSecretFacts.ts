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
import { z } from 'zod';
import { listOf, some, text } from '../../argocd/applied/projectors/lenient';
import { conditionCause, type ConditionCause } from './conditionCause';
import type { WantedSecret } from './WantedSecret';

/** A SecretStore by kind and name. */
export interface StoreRef {
  kind: string;
  name: string;
}

/** What is kept of an ExternalSecret. */
export interface ExternalSecretFacts {
  /** Of each secret, the store that it comes from; absent where it comes from a generator. */
  wanted: (WantedSecret & { store?: StoreRef })[];
  /** The Kubernetes Secret that it becomes. */
  target?: string;
  /** As Go writes time spans. */
  refreshInterval?: string;
  refreshPolicy?: string;
  /** Its condition `Ready`; absent where it has none yet. */
  ready?: boolean;
  /** A word, such as `SecretSyncedError`. */
  reason?: string;
  cause?: ConditionCause;
  /** ISO 8601. */
  refreshTime?: string;
}

const storeSchema = z
  .object({ name: z.string(), kind: text })
  .transform(({ name, kind = 'SecretStore' }): StoreRef => ({ kind, name }));

const remoteSchema = z.object({ key: z.string(), property: text });
const sourceSchema = some(z.object({ storeRef: some(storeSchema) }));

const externalSecretSchema = z.object({
  spec: z.object({
    secretStoreRef: some(storeSchema),
    refreshInterval: text,
    refreshPolicy: text,
    target: some(z.object({ name: text })),
    data: listOf(
      z.object({ remoteRef: remoteSchema, sourceRef: sourceSchema }),
    ),
    dataFrom: listOf(
      z.object({
        extract: some(remoteSchema),
        find: some(z.object({ path: text })),
        sourceRef: sourceSchema,
      }),
    ),
  }),
  status: some(
    z.object({
      refreshTime: text,
      conditions: listOf(
        z.object({
          type: z.string(),
          status: z.string(),
          reason: text,
          message: text,
        }),
      ),
    }),
  ),
});

/** Reads an ExternalSecret of `external-secrets.io/v1` or `v1beta1`. Templates hold what people like, and are left out. */
export function externalSecretFacts(
  live: JsonObject,
): ExternalSecretFacts | undefined {
  const parsed = externalSecretSchema.safeParse(live).data;
  if (!parsed) {
    return undefined;
  }
  const { spec, status } = parsed;
  const ready = status?.conditions.find(({ type }) => type === 'Ready');
  const fromStore = (source: { storeRef?: StoreRef } | undefined) =>
    source?.storeRef ?? spec.secretStoreRef;
  return {
    wanted: [
      ...spec.data.map(({ remoteRef, sourceRef }) => ({
        path: remoteRef.key,
        keys: remoteRef.property ? [remoteRef.property] : [],
        store: fromStore(sourceRef),
      })),
      ...spec.dataFrom.flatMap(({ extract, find, sourceRef }) => [
        ...(extract
          ? [
              {
                path: extract.key,
                keys: extract.property ? [extract.property] : [],
                store: fromStore(sourceRef),
              },
            ]
          : []),
        ...(find
          ? [
              {
                path: find.path ?? '',
                keys: [],
                folder: true,
                store: fromStore(sourceRef),
              },
            ]
          : []),
      ]),
    ],
    target: spec.target?.name,
    refreshInterval: spec.refreshInterval,
    refreshPolicy: spec.refreshPolicy,
    ready: ready && ready.status === 'True',
    reason: ready && plainWord(ready.reason),
    cause:
      ready?.status === 'False' ? conditionCause(ready.message) : undefined,
    refreshTime: status?.refreshTime,
  };
}

function plainWord(reason: string | undefined): string | undefined {
  return reason !== undefined && /^[A-Z][A-Za-z]{0,60}$/.test(reason)
    ? reason
    : undefined;
}
