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

import type {
  EntityDelivery,
  PendingPullRequest,
} from '@gitops-platform/backstage-plugin-gitops-common';

/**
 * The pull requests that bring an entity into being, each once: those that are waited for while nothing of it runs
 * anywhere. Where something runs, each belongs to its row.
 */
export function waitsFor({ rows }: EntityDelivery): PendingPullRequest[] {
  if (rows.some(row => row.applications.length > 0 || row.version)) {
    return [];
  }
  const byUrl = new Map(
    rows
      .flatMap(({ pullRequests }) => pullRequests)
      .map(pullRequest => [pullRequest.url, pullRequest]),
  );
  return [...byUrl.values()];
}
