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

import type { ResourceHealth } from '../types';

/** What points at a parent in a resource tree. */
export interface ResourceRef {
  group?: string;
  version: string;
  kind: string;
  namespace?: string;
  name: string;
  uid?: string;
}

/** A node of a resource tree, as the API serves it. */
export interface ResourceNode extends ResourceRef {
  parentRefs?: ResourceRef[];
  info?: { name: string; value: string }[];
  networkingInfo?: {
    targetLabels?: Record<string, string>;
    labels?: Record<string, string>;
    targetRefs?: ResourceRef[];
  };
  resourceVersion?: string;
  images?: string[];
  health?: ResourceHealth;
  createdAt?: string;
}

/** The part of a node that a child names as its parent. */
export function refOf(node: ResourceNode): ResourceRef {
  return {
    ...(node.group ? { group: node.group } : {}),
    version: node.version,
    kind: node.kind,
    ...(node.namespace ? { namespace: node.namespace } : {}),
    name: node.name,
    ...(node.uid ? { uid: node.uid } : {}),
  };
}
