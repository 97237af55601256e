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

import type { FailingResource, ResourceHealth } from './FailingResource';
import { plainMessage } from './plainMessage';

const MAX_FAILING = 20;
const MOST_TELLING: FailingResource['health'][] = [
  'Degraded',
  'Unknown',
  'Missing',
  'Progressing',
  'Suspended',
];

type Failing = ResourceHealth & { health: FailingResource['health'] };

/**
 * What is not healthy of a resource tree: the worst first, and of the same health what lies deepest, because a pod says
 * why its Deployment is not well. Siblings that fail in the same way count as one. At most 20.
 */
export function failingResources(tree: ResourceHealth[]): FailingResource[] {
  const byUid = new Map(tree.map(node => [node.uid, node]));
  const failing = tree
    .filter(isFailing)
    // Argo CD orders the tree anew each time; the same tree must read the same.
    .sort((a, b) => a.name.localeCompare(b.name));
  const alike = new Map<string, { first: Failing; others: number }>();
  for (const node of failing) {
    const likeness = likenessOf(node);
    const known = alike.get(likeness);
    alike.set(likeness, {
      first: known?.first ?? node,
      others: known ? known.others + 1 : 0,
    });
  }
  return [...alike.values()]
    .map(group => ({ ...group, depth: depthOf(group.first, byUid) }))
    .sort(
      (a, b) =>
        MOST_TELLING.indexOf(a.first.health) -
          MOST_TELLING.indexOf(b.first.health) || b.depth - a.depth,
    )
    .slice(0, MAX_FAILING)
    .map(({ first, others }) => ({
      group: first.group,
      kind: first.kind,
      namespace: first.namespace,
      name: first.name,
      health: first.health,
      message: messageOf(first),
      others,
    }));
}

function isFailing(node: ResourceHealth): node is Failing {
  return node.health !== undefined && node.health !== 'Healthy';
}

function likenessOf(node: Failing): string {
  return node.parent === undefined
    ? node.uid
    : JSON.stringify([node.parent, node.kind, node.health, stateOf(node)]);
}

/** How many owners a resource has above it. */
function depthOf(
  node: ResourceHealth,
  byUid: Map<string, ResourceHealth>,
): number {
  const seen = new Set([node.uid]);
  let parent = node.parent;
  while (parent !== undefined && !seen.has(parent)) {
    seen.add(parent);
    parent = byUid.get(parent)?.parent;
  }
  return seen.size;
}

/** A pod's state, such as `ImagePullBackOff`. That it runs explains nothing. */
function stateOf(node: ResourceHealth): string | undefined {
  const state = infoOf(node, 'Status Reason');
  if (state !== 'Running') {
    return state;
  }
  const containers = infoOf(node, 'Containers');
  return containers && `${containers} containers are ready`;
}

function infoOf(node: ResourceHealth, key: string): string | undefined {
  return node.info?.find(({ name }) => name === key)?.value;
}

function messageOf(node: ResourceHealth): string | undefined {
  const parts = [stateOf(node), node.healthMessage].filter(part => part);
  return parts.length > 0 ? plainMessage(parts.join(': ')) : undefined;
}
