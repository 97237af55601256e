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
import type { ArgoHealthStatus, ArgoSyncStatus } from './ArgoApplication';
import { healthStatus, listOf, syncStatus, text } from './tolerant';

/**
 * A resource in the cluster that came of an Application, directly or through others.
 * @public
 */
export interface ArgoResourceNode {
  uid: string;
  /** Empty for the core group. */
  group: string;
  version: string;
  kind: string;
  namespace?: string;
  name: string;
  /** The uid of the resource that owns this one. */
  parent?: string;
  health?: ArgoHealthStatus;
  healthMessage?: string;
  images: string[];
  createdAt?: string;
  /** What Argo CD notes beside a resource, such as a pod's state. */
  info: { name: string; value: string }[];
  /** The labels of a pod. */
  labels?: Record<string, string>;
  /** The labels of the pods that a Service sends requests to. */
  targetLabels?: Record<string, string>;
}

/**
 * A resource that Git defines, and whether the cluster agrees.
 * @public
 */
export interface ArgoManagedResource {
  /** Empty for the core group. */
  group: string;
  version: string;
  kind: string;
  namespace?: string;
  name: string;
  sync: ArgoSyncStatus;
  health?: ArgoHealthStatus;
  healthMessage?: string;
}

const groupVersionKind = {
  group: z.string().catch(''),
  version: z.string().catch(''),
  kind: z.string(),
  namespace: text,
  name: z.string(),
};
const health = z
  .object({
    status: healthStatus.optional(),
    message: text,
  })
  .optional()
  .catch(undefined);

const labels = z.record(z.string(), z.string()).optional().catch(undefined);

const nodeSchema = z.object({
  ...groupVersionKind,
  uid: z.string().catch(''),
  parentRefs: z.array(z.object({ uid: text })).catch([]),
  health,
  images: z.array(z.string()).catch([]),
  createdAt: text,
  info: listOf(z.object({ name: z.string(), value: z.string() })),
  networkingInfo: z
    .object({ labels, targetLabels: labels })
    .optional()
    .catch(undefined),
});

const resourceSchema = z.object({
  ...groupVersionKind,
  status: syncStatus,
  health,
});

const treeSchema = z.object({ nodes: z.array(z.unknown()).nullish() });

/** Reads the answer of `resource-tree`; what does not look like a node is left out. */
export function parseResourceTree(raw: unknown): ArgoResourceNode[] {
  const nodes = treeSchema.safeParse(raw).data?.nodes ?? [];
  return nodes.flatMap(item => {
    const node = nodeSchema.safeParse(item).data;
    if (!node) {
      return [];
    }
    const { parentRefs, health: state, networkingInfo, ...rest } = node;
    return [
      {
        ...rest,
        // What is not in the cluster has no uid.
        uid:
          node.uid ||
          [node.group, node.kind, node.namespace, node.name].join('/'),
        parent: parentRefs[0]?.uid,
        health: state?.status,
        healthMessage: state?.message,
        ...networkingInfo,
      },
    ];
  });
}

/** Reads `status.resources` of an Application. */
export function parseManagedResources(raw: unknown): ArgoManagedResource[] {
  const items = Array.isArray(raw) ? raw : [];
  return items.flatMap(item => {
    const resource = resourceSchema.safeParse(item).data;
    if (!resource) {
      return [];
    }
    const { status, health: state, ...rest } = resource;
    return [
      {
        ...rest,
        sync: status,
        health: state?.status,
        healthMessage: state?.message,
      },
    ];
  });
}
