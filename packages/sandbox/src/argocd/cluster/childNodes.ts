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
import type { LiveResource, WorkloadRevision } from './Cluster';
import { isBrokenImage } from './podTemplate';
import { podNodes } from './podNodes';
import { replicaSetNode } from './replicaSetNode';
import { type ResourceNode, refOf } from './ResourceNode';
import {
  type HealthClock,
  resourceHealth,
  rollsOutUntil,
} from './resourceHealth';
import { rolloutNodes } from './rollouts';
import { stableSuffix, stableUid } from './stableId';

type Children = (
  live: LiveResource,
  owner: ResourceNode,
  clock: HealthClock,
) => ResourceNode[];

/** The revisions that have pods: the last one, and the one before while the last has not taken over. */
function runningRevisions(
  revisions: WorkloadRevision[],
  settled: boolean,
): WorkloadRevision[] {
  const [before, last] = revisions.slice(-2);
  if (!last) {
    return before ? [before] : [];
  }
  const replaced = settled && !last.images.some(isBrokenImage);
  return replaced ? [last] : [before, last];
}

const replicaSets: Children = (live, owner, clock) => {
  const revisions = live.rollout?.revisions ?? [];
  const settled = rollsOutUntil(live, clock) === undefined;
  const running = runningRevisions(revisions, settled);
  return revisions.flatMap(revision => {
    const rollingOut = revision === revisions.at(-1) && !settled;
    const node = replicaSetNode(live, {
      owner,
      revision,
      progressing: rollingOut,
    });
    const pods = running.includes(revision)
      ? podNodes(live, { owner: node, revision, rollingOut })
      : [];
    return [node, ...pods];
  });
};

const pods: Children = (live, owner, clock) =>
  (live.rollout?.revisions.slice(-1) ?? []).flatMap(revision => {
    const rollingOut = rollsOutUntil(live, clock) !== undefined;
    return podNodes(live, { owner, revision, rollingOut });
  });

const serviceSpec = z.looseObject({
  selector: z.record(z.string(), z.string()).optional(),
});

const endpoints: Children = (live, owner) => {
  const slice = `${owner.name}-${stableSuffix(5, live.uid)}`;
  const common = {
    namespace: owner.namespace,
    parentRefs: [refOf(owner)],
    resourceVersion: live.resourceVersion,
    createdAt: live.creationTimestamp,
  };
  return serviceSpec.safeParse(live.applied.spec).data?.selector
    ? [
        {
          version: 'v1',
          kind: 'Endpoints',
          name: owner.name,
          uid: stableUid(live.uid, 'Endpoints'),
          ...common,
        },
        {
          group: 'discovery.k8s.io',
          version: 'v1',
          kind: 'EndpointSlice',
          name: slice,
          uid: stableUid(live.uid, 'EndpointSlice'),
          ...common,
        },
      ]
    : [];
};

const secretOwner = z.looseObject({
  target: z.looseObject({ name: z.string().optional() }).optional(),
  secretName: z.string().optional(),
});

const secret: Children = (live, owner) => {
  // What the operator could never read is not there.
  if (live.operator && live.operator.refreshedAt === undefined) {
    return [];
  }
  const spec = secretOwner.safeParse(live.applied.spec).data;
  const name = spec?.target?.name ?? spec?.secretName ?? owner.name;
  return [
    {
      version: 'v1',
      kind: 'Secret',
      namespace: owner.namespace,
      name,
      uid: stableUid(live.uid, 'Secret'),
      parentRefs: [refOf(owner)],
      resourceVersion: live.resourceVersion,
      createdAt: live.creationTimestamp,
    },
  ];
};

const CHILDREN: Record<string, Children> = {
  Deployment: replicaSets,
  Rollout: rolloutNodes,
  StatefulSet: pods,
  DaemonSet: pods,
  Service: endpoints,
  ExternalSecret: secret,
  Certificate: secret,
};

/** The node of a resource in the cluster, and of everything that its controllers would make. */
export function resourceNodes(
  live: LiveResource,
  clock: HealthClock,
): ResourceNode[] {
  const { apiVersion, kind, metadata } = live.applied;
  const slash = apiVersion.indexOf('/');
  const revision = live.rollout?.revisions.at(-1)?.revision;
  const selector = serviceSpec.safeParse(live.applied.spec).data?.selector;
  const health = resourceHealth(live, clock);
  const node: ResourceNode = {
    ...(slash < 0 ? {} : { group: apiVersion.slice(0, slash) }),
    version: apiVersion.slice(slash + 1),
    kind,
    ...(metadata.namespace ? { namespace: metadata.namespace } : {}),
    name: metadata.name,
    uid: live.uid,
    ...(revision === undefined
      ? {}
      : { info: [{ name: 'Revision', value: `Rev:${revision}` }] }),
    ...(kind === 'Service' && selector
      ? { networkingInfo: { targetLabels: selector } }
      : {}),
    resourceVersion: live.resourceVersion,
    ...(health ? { health } : {}),
    createdAt: live.creationTimestamp,
  };
  return [node, ...(CHILDREN[kind]?.(live, node, clock) ?? [])];
}
