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
  ArgoApplication,
  sameRepository,
} from '@gitops-platform/backstage-plugin-gitops-node';

/** What is to be deployed. */
export interface WantedRevision {
  revision: string;
  /** The repository that the revision is of. */
  repositoryUrl: string;
  /** Whether a later commit of that repository contains the revision. */
  isContainedIn: (later: string) => Promise<boolean>;
}

/**
 * Whether Argo CD has compared the cluster with that revision or with a later one that contains it.
 */
export async function isDeployed(
  application: ArgoApplication,
  wanted: WantedRevision,
): Promise<boolean> {
  const { revision, repositoryUrl, isContainedIn } = wanted;
  const { revisions, sources } = application;
  if (revisions.includes(revision)) {
    return true;
  }
  const later = revisions.filter(
    (_, index) =>
      sources[index] && sameRepository(sources[index].repoUrl, repositoryUrl),
  );
  for (const candidate of new Set(later)) {
    if (await isContainedIn(candidate)) {
      return true;
    }
  }
  return false;
}
