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
import type { VaultMount } from '../config';

/** A point in time as ISO 8601 in milliseconds; Vault's have nanoseconds, and an empty text is none. */
const time = z
  .string()
  .transform(text => {
    const milliseconds = Date.parse(text);
    return Number.isNaN(milliseconds)
      ? undefined
      : new Date(milliseconds).toISOString();
  })
  .optional()
  .catch(undefined);

const flag = z.boolean().default(false).catch(false);

export const healthSchema = z.object({
  initialized: z.boolean(),
  sealed: z.boolean(),
  standby: flag,
  // Nothing but a version is taken for one.
  version: z
    .string()
    .regex(/^v?\d+\.\d+\.\d+[-+.\w]{0,40}$/)
    .optional()
    .catch(undefined),
});

const mountSchema = z.object({
  type: z.string(),
  options: z.object({ version: z.string().optional() }).nullish(),
});

const mountsOf = (found: Record<string, unknown>): VaultMount[] =>
  Object.entries(found).flatMap(([path, value]) => {
    const mount = mountSchema.safeParse(value).data;
    // `generic` is what KV was called before there were versions of it.
    return mount && ['kv', 'generic'].includes(mount.type)
      ? [
          {
            path: path.replace(/\/+$/, ''),
            version: mount.options?.version === '2' ? 2 : 1,
          },
        ]
      : [];
  });

const mounts = z.record(z.string(), z.unknown());

/** `sys/internal/ui/mounts` has them below `secret`, `sys/mounts` has not; the names of mounts end with a slash. */
export const mountsSchema = z
  .object({ data: mounts })
  .transform(({ data }) =>
    mountsOf(mounts.safeParse(data.secret).data ?? data),
  );

export const keysSchema = z
  .object({ data: z.object({ keys: z.array(z.string()) }) })
  .transform(({ data }) => data.keys);

const versionSchema = z.object({
  created_time: time,
  deletion_time: time,
  destroyed: flag,
});

export const metadataSchema = z
  .object({
    data: z.object({
      current_version: z.number(),
      created_time: time,
      updated_time: time,
      custom_metadata: z
        .record(z.string(), z.string())
        .nullish()
        .catch(undefined),
      versions: z.record(z.string(), versionSchema).nullish(),
    }),
  })
  .transform(({ data }) => ({
    currentVersion: data.current_version,
    createdAt: data.created_time,
    updatedAt: data.updated_time,
    customMetadata: data.custom_metadata ?? {},
    versions: Object.entries(data.versions ?? {})
      .map(([version, known]) => ({
        version: Number(version),
        createdAt: known.created_time,
        deletionTime: known.deletion_time,
        destroyed: known.destroyed,
      }))
      .filter(({ version }) => Number.isSafeInteger(version))
      .sort((a, b) => b.version - a.version),
  }));

export const subkeysSchema = z
  .object({ data: z.object({ subkeys: z.record(z.string(), z.unknown()) }) })
  .transform(({ data }) => Object.keys(data.subkeys).sort());
