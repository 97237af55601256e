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

import type { ResourceName } from '@gitops-platform/backstage-plugin-gitops-common';
import type { ArgoManagedResource } from '@gitops-platform/backstage-plugin-gitops-node';
import { describeResource } from './describeResource';

/** Those of the chosen resources that the Application does not have, as people name them. */
export function unknownResources(
  chosen: ResourceName[],
  managed: ArgoManagedResource[],
): string[] {
  return chosen
    .filter(resource => !managed.some(one => isSame(resource, one)))
    .map(describeResource);
}

/** As Argo CD compares them: without a namespace, any will do. */
function isSame(chosen: ResourceName, managed: ArgoManagedResource): boolean {
  return (
    chosen.group === managed.group &&
    chosen.kind === managed.kind &&
    chosen.name === managed.name &&
    (!chosen.namespace || chosen.namespace === managed.namespace)
  );
}
