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

import type { LiveResource, WorkloadRevision } from './Cluster';
import { type ResourceNode, refOf } from './ResourceNode';
import { stableUid } from './stableId';

/** The ReplicaSet of one pod template, below the workload that owns it. */
export function replicaSetNode(
  live: LiveResource,
  options: {
    owner: ResourceNode;
    revision: WorkloadRevision;
    progressing: boolean;
  },
): ResourceNode {
  const { owner, revision } = options;
  return {
    group: 'apps',
    version: 'v1',
    kind: 'ReplicaSet',
    namespace: owner.namespace,
    name: `${owner.name}-${revision.hash}`,
    uid: stableUid(live.uid, 'ReplicaSet', revision.hash),
    parentRefs: [refOf(owner)],
    info: [{ name: 'Revision', value: `Rev:${revision.revision}` }],
    resourceVersion: live.resourceVersion,
    health: options.progressing
      ? {
          status: 'Progressing',
          message:
            'Waiting for rollout to finish: 0 out of 1 new replicas are available...',
        }
      : { status: 'Healthy' },
    createdAt: revision.createdAt,
  };
}
