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

import type { Finding } from '@gitops-platform/backstage-plugin-gitops-common';
import { backendFindings } from './backendFindings';
import { certificateFindings } from './certificateFindings';
import type { FindingContext } from './FoundRoute';
import { replicaFindings } from './replicaFindings';
import { rivalFindings } from './rivalFindings';
import { routeStateFindings } from './routeStateFindings';

const FINDERS = [
  routeStateFindings,
  backendFindings,
  certificateFindings,
  rivalFindings,
  replicaFindings,
];

/** Everything that is wrong with the routes that the caller sees. */
export function routeFindings(context: FindingContext): Finding[] {
  return context.routes.flatMap(route =>
    FINDERS.flatMap(find => find(route, context)),
  );
}
