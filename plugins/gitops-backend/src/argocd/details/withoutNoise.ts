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

import type { JsonObject, JsonValue } from '@backstage/types';

/** What the cluster writes beside what was asked of it. */
const BOOKKEEPING = [
  'creationTimestamp',
  'generation',
  'managedFields',
  'resourceVersion',
  'selfLink',
  'uid',
];
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** A manifest without what no commit decides: its status, and what the cluster keeps beside it. */
export function withoutNoise(manifest: JsonObject): JsonObject {
  const { status, metadata, ...rest } = manifest;
  if (!isObject(metadata)) {
    return rest;
  }
  const { annotations, ...kept } = omit(metadata, BOOKKEEPING);
  const others = isObject(annotations) ? omit(annotations, [LAST_APPLIED]) : {};
  return {
    ...rest,
    metadata: {
      ...kept,
      ...(Object.keys(others).length > 0 && { annotations: others }),
    },
  };
}

function omit(object: JsonObject, keys: string[]): JsonObject {
  return Object.fromEntries(
    Object.entries(object).filter(([key]) => !keys.includes(key)),
  );
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
