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

import {
  matchesSelector,
  type ApplicationClaim,
} from '@gitops-platform/backstage-plugin-gitops-node';
import type { StoredApplication } from './StoredApplication';

/** Whether an Application is among those that a claim names. A claim that is wrong in itself matches nothing. */
export function matchesClaim(
  application: StoredApplication,
  claim: ApplicationClaim,
): boolean {
  const { names, selector, instances, project, appNamespace, problem } = claim;
  return (
    problem === undefined &&
    (selector
      ? matchesSelector(application.labels, selector)
      : names.includes(application.name)) &&
    (instances?.includes(application.instance) ?? true) &&
    (project === undefined || application.project === project) &&
    (appNamespace === undefined || application.namespace === appNamespace)
  );
}
