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

import type { KubernetesObject } from '../types';
import type { LiveResource } from './Cluster';
import { describeLive } from './describeLive';
import { describePod } from './describePod';
import { maskSecret } from './maskSecret';
import type { ResourceNode, ResourceRef } from './ResourceNode';
import type { HealthClock } from './resourceHealth';
import { analysisName, describeAnalysis, rolloutState } from './rollouts';
import { stableSuffix } from './stableId';

const apiVersionOf = ({ group, version }: ResourceRef) =>
  group ? `${group}/${version}` : version;

/** What a controller makes of the resource that it hangs below. */
function bodyOf(
  node: ResourceNode,
  live: LiveResource,
  clock: HealthClock,
): Record<string, unknown> {
  const revision = live.rollout?.revisions.at(-1);
  switch (node.kind) {
    case 'Pod':
      return describePod(node, live);
    case 'Secret':
      return maskSecret({
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name: node.name },
        data: { value: stableSuffix(8, live.uid) },
      });
    case 'AnalysisRun': {
      const analysis = rolloutState(live, clock)?.analyses.find(
        one => revision && analysisName(live, revision, one) === node.name,
      );
      return analysis ? describeAnalysis(node, analysis) : {};
    }
    default:
      return {};
  }
}

/** The resource that a node of a tree stands for; one that a controller has made is shown in outline. */
export function describeNode(
  node: ResourceNode,
  options: { roots: LiveResource[]; owner: LiveResource | undefined },
  clock: HealthClock,
): KubernetesObject {
  const root = options.roots.find(({ uid }) => uid === node.uid);
  if (root) {
    return describeLive(root, clock);
  }
  const { owner } = options;
  return {
    ...(owner ? bodyOf(node, owner, clock) : {}),
    apiVersion: apiVersionOf(node),
    kind: node.kind,
    metadata: {
      name: node.name,
      ...(node.namespace ? { namespace: node.namespace } : {}),
      uid: node.uid,
      resourceVersion: node.resourceVersion,
      creationTimestamp: node.createdAt,
      ...(node.networkingInfo?.labels
        ? { labels: node.networkingInfo.labels }
        : {}),
      ownerReferences: (node.parentRefs ?? []).map(parent => ({
        apiVersion: apiVersionOf(parent),
        kind: parent.kind,
        name: parent.name,
        uid: parent.uid ?? '',
        controller: true,
        blockOwnerDeletion: true,
      })),
    },
  };
}
