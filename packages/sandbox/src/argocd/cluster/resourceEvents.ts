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

import type { ApplicationLogEvent } from '../store';
import type { LiveResource } from './Cluster';
import { isBrokenImage } from './podTemplate';
import type { ResourceNode } from './ResourceNode';
import { stableSuffix, stableUid } from './stableId';

type Told = Pick<ApplicationLogEvent, 'reason' | 'message' | 'type'> & {
  component: string;
  count?: number;
};

const normal = (component: string, reason: string, message: string): Told => ({
  component,
  reason,
  message,
  type: 'Normal',
});

function imageEvents(image: string, index: number): Told[] {
  if (!isBrokenImage(image)) {
    return [
      normal(
        'kubelet',
        'Pulled',
        `Container image "${image}" already present on machine`,
      ),
      normal('kubelet', 'Created', `Created container: ${index}`),
      normal('kubelet', 'Started', `Started container ${index}`),
    ];
  }
  return [
    normal('kubelet', 'Pulling', `Pulling image "${image}"`),
    {
      component: 'kubelet',
      reason: 'Failed',
      message: `Failed to pull image "${image}": not found`,
      type: 'Warning',
      count: 4,
    },
    {
      component: 'kubelet',
      reason: 'BackOff',
      message: `Back-off pulling image "${image}"`,
      type: 'Warning',
      count: 12,
    },
  ];
}

/** What controllers and the kubelet would have told of a resource. */
function toldOf(node: ResourceNode, nodes: ResourceNode[]): Told[] {
  const children = nodes.filter(({ parentRefs }) =>
    parentRefs?.some(({ uid }) => uid === node.uid),
  );
  switch (node.kind) {
    case 'Pod':
      return [
        normal(
          'default-scheduler',
          'Scheduled',
          `Successfully assigned ${node.namespace}/${node.name} to node-0`,
        ),
        ...(node.images ?? []).flatMap(imageEvents),
      ];
    case 'ReplicaSet':
      return children.map(pod =>
        normal(
          'replicaset-controller',
          'SuccessfulCreate',
          `Created pod: ${pod.name}`,
        ),
      );
    case 'Deployment':
      return children.map(replicaSet =>
        normal(
          'deployment-controller',
          'ScalingReplicaSet',
          `Scaled up replica set ${replicaSet.name}`,
        ),
      );
    case 'Rollout':
      return children
        .filter(({ kind }) => kind === 'AnalysisRun')
        .map(run => ({
          component: 'rollouts-controller',
          reason: `AnalysisRun${
            run.health?.status === 'Degraded' ? 'Failed' : 'Running'
          }`,
          message: run.health?.message ?? '',
          type: run.health?.status === 'Degraded' ? 'Warning' : 'Normal',
        }));
    default:
      return [];
  }
}

/** What the External Secrets Operator tells of what it cannot do. */
function operatorEvents(live: LiveResource | undefined): Told[] {
  const { operator, applied } = live ?? {};
  return operator?.event
    ? [
        {
          component: 'external-secrets',
          reason:
            applied?.kind === 'ExternalSecret'
              ? 'UpdateFailed'
              : operator.reason,
          message: operator.event,
          type: 'Warning',
        },
      ]
    : [];
}

/** The events of a resource of the cluster, made from what its node and, where it was applied, it itself shows. */
export function resourceEvents(
  node: ResourceNode,
  nodes: ResourceNode[],
  live?: LiveResource,
): ApplicationLogEvent[] {
  const { name, namespace = '', uid = '', createdAt = '' } = node;
  return [...toldOf(node, nodes), ...operatorEvents(live)].map(
    ({ component, count = 1, ...told }, index) => ({
      metadata: {
        name: `${name}.${stableSuffix(16, uid, String(index))}`,
        namespace,
        uid: stableUid(uid, 'event', String(index)),
        resourceVersion: node.resourceVersion ?? '',
        creationTimestamp: createdAt,
        annotations: {},
      },
      involvedObject: {
        kind: node.kind,
        namespace,
        name,
        uid,
        apiVersion: node.group ? `${node.group}/${node.version}` : node.version,
        resourceVersion: node.resourceVersion,
      },
      ...told,
      source: { component },
      firstTimestamp: createdAt,
      lastTimestamp: createdAt,
      count,
      eventTime: null,
    }),
  );
}
