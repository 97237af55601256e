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

import type { ApplicationResource } from '@gitops-platform/backstage-plugin-gitops-common';
import type {
  ArgoManagedResource,
  ArgoResourceNode,
} from '@gitops-platform/backstage-plugin-gitops-node';

/**
 * The tree, with the sync status of what Git defines. What Git defines and the cluster lacks is in no tree, so it is
 * put beside it.
 */
export function mergeResources(
  tree: ArgoResourceNode[],
  managed: ArgoManagedResource[],
): ApplicationResource[] {
  const byKey = new Map(managed.map(resource => [keyOf(resource), resource]));
  const live = tree.map((node): ApplicationResource => {
    const defined = byKey.get(keyOf(node));
    byKey.delete(keyOf(node));
    return {
      uid: node.uid,
      group: node.group,
      version: node.version,
      kind: node.kind,
      namespace: node.namespace,
      name: node.name,
      parent: node.parent,
      sync: defined?.sync,
      health: node.health ?? defined?.health,
      healthMessage: node.healthMessage ?? defined?.healthMessage,
      images: node.images.length > 0 ? node.images : undefined,
      createdAt: node.createdAt,
      info: node.info.length > 0 ? node.info : undefined,
    };
  });
  const absent = [...byKey.values()].map(
    (resource): ApplicationResource => ({
      uid: keyOf(resource),
      group: resource.group,
      version: resource.version,
      kind: resource.kind,
      namespace: resource.namespace,
      name: resource.name,
      sync: resource.sync,
      health: resource.health ?? 'Missing',
      healthMessage: resource.healthMessage,
    }),
  );
  return [...live, ...absent];
}

/** The version is left out: a cluster may serve another one than Git defines. */
function keyOf({
  group,
  kind,
  namespace = '',
  name,
}: Pick<ArgoManagedResource, 'group' | 'kind' | 'namespace' | 'name'>): string {
  return [group, kind, namespace, name].join('/');
}
