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

import { isDeepStrictEqual } from 'node:util';
import {
  matchesSelector,
  type ApplicationClaim,
  type ArgoParent,
} from '@gitops-platform/backstage-plugin-gitops-node';
import type { StoredApplication } from './StoredApplication';

/**
 * Whether a claim names or selects an Application itself, or names the ApplicationSet that made it. A claim that is
 * wrong in itself matches nothing.
 */
export function matchesClaim(
  application: StoredApplication,
  claim: ApplicationClaim,
): boolean {
  return (
    isWithin(application, claim) &&
    (claim.selector
      ? matchesSelector(application.labels, claim.selector)
      : claim.names.includes(application.name) ||
        (application.parent?.kind === 'ApplicationSet' &&
          claim.names.includes(application.parent.name)))
  );
}

/** Whether a claim's instances, project and namespace leave an Application in. */
export function isWithin(
  application: StoredApplication,
  { instances, project, appNamespace, problem }: ApplicationClaim,
): boolean {
  return (
    problem === undefined &&
    (instances?.includes(application.instance) ?? true) &&
    (project === undefined || application.project === project) &&
    (appNamespace === undefined || application.namespace === appNamespace)
  );
}

/** Whether the same claims take in two states of an Application. */
export function isClaimedAlike(
  one: StoredApplication,
  other: StoredApplication,
): boolean {
  return (
    one.project === other.project &&
    isDeepStrictEqual(one.parent, other.parent) &&
    isDeepStrictEqual(one.labels, other.labels)
  );
}

/** Whether an Application is one of the resources of another. */
export function isChildOf(
  child: StoredApplication,
  parent: StoredApplication,
): boolean {
  return (
    child.parent?.kind === 'Application' &&
    child.instance === parent.instance &&
    names(child.parent, parent)
  );
}

/** Argo CD names no namespace for an Application in its own, and which one that is it does not say. */
function names(
  { name, namespace }: ArgoParent,
  parent: StoredApplication,
): boolean {
  return (
    name === parent.name &&
    (namespace === undefined || namespace === parent.namespace)
  );
}
