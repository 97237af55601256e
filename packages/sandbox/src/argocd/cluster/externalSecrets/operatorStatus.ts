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

import { createHash } from 'node:crypto';
import type { LiveResource } from '../Cluster';
import { sortedJson } from '../sortedJson';
import { externalSecretSpec } from './shapes';

/** Generation, labels and annotations: what the operator goes by to see that a resource has changed. */
function syncedVersion({ applied }: LiveResource, generation: number): string {
  const { labels, annotations } = applied.metadata;
  const hash = createHash('sha256')
    .update(sortedJson({ labels, annotations }))
    .digest('hex');
  return `${generation}-${hash.slice(0, 56)}`;
}

/** The status that the operator writes; `undefined` where it has not looked yet. */
export function operatorStatus(
  live: LiveResource,
): Record<string, unknown> | undefined {
  const { operator, applied } = live;
  if (!operator) {
    return undefined;
  }
  const { ready, reason, message, since, refreshedAt, generation } = operator;
  const conditions = [
    {
      lastTransitionTime: since,
      message,
      reason,
      status: ready ? 'True' : 'False',
      type: 'Ready',
    },
  ];
  if (applied.kind !== 'ExternalSecret') {
    return { ...(ready ? { capabilities: 'ReadWrite' } : {}), conditions };
  }
  const target = externalSecretSpec.safeParse(applied.spec).data?.target;
  return {
    binding: refreshedAt ? { name: target?.name ?? applied.metadata.name } : {},
    conditions,
    ...(refreshedAt && generation !== undefined
      ? {
          refreshTime: refreshedAt,
          syncedResourceVersion: syncedVersion(live, generation),
        }
      : { refreshTime: null }),
  };
}
