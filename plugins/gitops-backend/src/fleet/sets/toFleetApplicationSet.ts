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

import type { FleetApplicationSet } from '@gitops-platform/backstage-plugin-gitops-common';
import { projectOf, type SetRow } from './SetRow';

const MAX_GENERATORS = 20;

/** What of an ApplicationSet leaves this process. Messages were cut when it was read. */
export function toFleetApplicationSet(
  row: SetRow,
  { frontendUrl }: { frontendUrl: string },
): FleetApplicationSet {
  const { instance, set, applications, unhealthy, outOfSync } = row;
  const { namespace, name } = set;
  const error = set.conditions.find(
    ({ type, status }) => type === 'ErrorOccurred' && status === 'True',
  );
  const path = [namespace, name].map(encodeURIComponent).join('/');
  return {
    instance,
    namespace,
    name,
    project: projectOf(set)[0],
    generators: set.generators.slice(0, MAX_GENERATORS),
    applications,
    unhealthy,
    outOfSync,
    error: error && (error.message || error.reason || error.type),
    createdAt: set.createdAt,
    url: `${frontendUrl}/applicationsets/${path}`,
  };
}
