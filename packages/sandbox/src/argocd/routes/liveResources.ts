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

import { type LiveResource, type ResourceTree, resourceTree } from '../cluster';
import { syntheticResources } from '../load';
import { healthClock } from '../reconcile';
import { instanceName } from '../store';
import type { Application } from '../types';
import type { RouteServices } from './RouteContext';

/** What of an Application's resources is in the cluster. */
export function liveResources(
  { platform, load }: RouteServices,
  application: Application,
): LiveResource[] {
  const instance = instanceName(application.metadata);
  if (load.isSynthetic(instance)) {
    return syntheticResources(application);
  }
  const { cluster } = platform;
  const listed = (application.status.resources ?? []).flatMap(
    ({ group = '', kind, namespace = '', name }) =>
      cluster.get({ group, kind, namespace, name }) ?? [],
  );
  return [...new Set([...cluster.ownedBy(instance), ...listed])];
}

/** The tree of an Application as it is now. */
export function treeOf(
  services: RouteServices,
  application: Application,
): ResourceTree {
  return resourceTree({
    resources: application.status.resources ?? [],
    live: liveResources(services, application),
    clock: healthClock(services.platform),
  });
}
