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
import { isBrokenImage, podTemplateOf } from './podTemplate';
import { type ResourceNode, refOf } from './ResourceNode';
import { stableSuffix, stableUid } from './stableId';

/** A tree of a service with hundreds of pods helps nobody. */
const MAX_PODS = 20;

type PodState = Pick<ResourceNode, 'health'> & {
  reason: string;
  ready: boolean;
};

function podState(
  images: string[],
  { rollingOut, crashing = false }: { rollingOut: boolean; crashing?: boolean },
): PodState {
  const broken = images.find(isBrokenImage);
  if (broken) {
    return {
      reason: rollingOut ? 'ErrImagePull' : 'ImagePullBackOff',
      ready: false,
      health: {
        status: 'Degraded',
        message: `Back-off pulling image "${broken}": ErrImagePull: rpc error: code = NotFound desc = failed to pull and unpack image "${broken}": failed to resolve reference "${broken}": not found`,
      },
    };
  }
  if (crashing) {
    return {
      reason: 'CrashLoopBackOff',
      ready: false,
      health: {
        status: 'Degraded',
        message:
          'back-off 5m0s restarting failed container, the sandbox was told to crash it',
      },
    };
  }
  return rollingOut
    ? {
        reason: 'ContainerCreating',
        ready: false,
        health: { status: 'Progressing' },
      }
    : { reason: 'Running', ready: true, health: { status: 'Healthy' } };
}

/** The pods of one pod template, below the node that owns them. */
export function podNodes(
  live: LiveResource,
  options: {
    owner: ResourceNode;
    revision: WorkloadRevision;
    /** Whether they are being started. */
    rollingOut: boolean;
    /** As many as the workload wants where it is absent. */
    count?: number;
  },
): ResourceNode[] {
  const template = podTemplateOf(live.applied);
  if (!template) {
    return [];
  }
  const { owner, revision, rollingOut } = options;
  const { reason, ready, health } = podState(revision.images, {
    rollingOut,
    crashing: live.rollout?.crashing,
  });
  const { kind, metadata } = live.applied;
  const count = Math.min(
    kind === 'DaemonSet' ? 1 : options.count ?? template.replicas,
    MAX_PODS,
  );
  const total = template.containerNames.length;
  return Array.from({ length: count }, (_, index) => {
    const name =
      kind === 'StatefulSet'
        ? `${metadata.name}-${index}`
        : `${owner.name}-${stableSuffix(
            5,
            live.uid,
            revision.hash,
            String(index),
          )}`;
    return {
      version: 'v1',
      kind: 'Pod',
      namespace: metadata.namespace,
      name,
      uid: stableUid(live.uid, 'Pod', name, revision.hash),
      parentRefs: [refOf(owner)],
      info: [
        { name: 'Status Reason', value: reason },
        { name: 'Node', value: 'node-0' },
        { name: 'Containers', value: `${ready ? total : 0}/${total}` },
      ],
      networkingInfo: {
        labels: { ...template.labels, 'pod-template-hash': revision.hash },
      },
      resourceVersion: live.resourceVersion,
      images: revision.images,
      health,
      createdAt: revision.createdAt,
    };
  });
}
