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
  ArgoHistoryEntry,
  ArgoSource,
} from '@gitops-platform/backstage-plugin-gitops-node';
import type { StoredApplication } from '../store';
import type { CommitOfApplication } from './RevisionMetadataCache';

/** The sources at that time. Argo CD remembers them since version 2.6; before that, today's are as good as any. */
export function deployedAt(
  app: StoredApplication,
  { revisions, sources }: ArgoHistoryEntry,
): { revisions: string[]; sources: ArgoSource[] } {
  return { revisions, sources: sources.length > 0 ? sources : app.sources };
}

/** What a deployment is of: one revision per source. */
export function commitsOf(
  app: StoredApplication,
  entry: ArgoHistoryEntry,
): CommitOfApplication[] {
  const { revisions, sources } = deployedAt(app, entry);
  return revisions.map((revision, sourceIndex) => {
    const { repoUrl = '', chart } = sources[sourceIndex] ?? {};
    return {
      app,
      revision,
      sourceIndex,
      several: sources.length > 1,
      repoUrl,
      chart,
      versionId: sources === app.sources ? undefined : entry.id,
    };
  });
}
