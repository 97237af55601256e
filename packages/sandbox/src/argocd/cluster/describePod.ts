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

import type { LiveResource } from './Cluster';
import { isBrokenImage, podTemplateOf } from './podTemplate';
import type { ResourceNode } from './ResourceNode';

function stateOf(image: string, node: ResourceNode) {
  const reason = node.info?.find(({ name }) => name === 'Status Reason')?.value;
  if (reason === 'Running') {
    return { running: { startedAt: node.createdAt } };
  }
  const failing = isBrokenImage(image) || reason === 'CrashLoopBackOff';
  return {
    waiting: {
      reason: failing ? reason : 'ContainerCreating',
      ...(failing ? { message: node.health?.message } : {}),
    },
  };
}

/** What the kubelet would say of a pod of a workload. */
export function describePod(node: ResourceNode, live: LiveResource) {
  const containers = podTemplateOf(live.applied)?.containerNames ?? [];
  const images = node.images ?? [];
  return {
    spec: {
      nodeName: 'node-0',
      containers: containers.map((name, index) => ({
        name,
        image: images[index],
      })),
    },
    status: {
      phase: node.health?.status === 'Healthy' ? 'Running' : 'Pending',
      startTime: node.createdAt,
      containerStatuses: containers.map((name, index) => ({
        name,
        image: images[index],
        ready: node.health?.status === 'Healthy',
        restartCount: 0,
        state: stateOf(images[index] ?? '', node),
      })),
    },
  };
}
