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

/** A resource in its place: after its parent, `depth` steps below the Application. */
export type PlacedResource = {
  resource: ApplicationResource;
  depth: number;
  parent?: ApplicationResource;
};

/**
 * Puts each resource after the one that owns it. Where an owner is not in the list, or owners go round in a
 * circle, a resource stands at the top: none is lost.
 */
export function resourceTree(items: ApplicationResource[]): PlacedResource[] {
  const byUid = new Map(items.map(item => [item.uid, item]));
  const children = new Map<string, ApplicationResource[]>();
  const tops: ApplicationResource[] = [];
  for (const item of items) {
    if (item.parent && item.parent !== item.uid && byUid.has(item.parent)) {
      const siblings = children.get(item.parent);
      if (siblings) {
        siblings.push(item);
      } else {
        children.set(item.parent, [item]);
      }
    } else {
      tops.push(item);
    }
  }

  const placed = new Map<ApplicationResource, PlacedResource>();
  const place = (
    resource: ApplicationResource,
    depth: number,
    parent?: ApplicationResource,
  ) => {
    if (placed.has(resource)) {
      return;
    }
    placed.set(resource, { resource, depth, parent });
    for (const child of children.get(resource.uid) ?? []) {
      place(child, depth + 1, resource);
    }
  };
  tops.forEach(top => place(top, 0));
  // What is left is in a circle.
  items.forEach(item => place(item, 0));
  return [...placed.values()];
}
