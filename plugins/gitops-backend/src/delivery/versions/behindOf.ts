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
  DeliveryBehind,
  RevisionMetadata,
} from '@gitops-platform/backstage-plugin-gitops-common';
import type { RepositoryCommit } from '@gitops-platform/backstage-plugin-gitops-node';
import type { DeliveryFacts } from '../facts/DeliveryFacts';
import type { VersionedRow } from '../rows/RowFacts';
import { isSameVersion } from './isSameVersion';

/** What the previous environment has and a row has not; `undefined` where either runs nothing. */
export function behindOf(
  { version }: VersionedRow,
  previous: VersionedRow | undefined,
  facts: Pick<DeliveryFacts, 'commitsBetween' | 'sourceRepository'>,
): DeliveryBehind | undefined {
  if (!version || !previous?.version) {
    return undefined;
  }
  const { environment } = previous;
  if (isSameVersion(version, previous.version)) {
    return { environment, same: true, total: 0, commits: [] };
  }
  const base = version.sourceRevision;
  const head = previous.version.sourceRevision;
  const differs = { environment, same: false, commits: [] };
  if (!base || !head) {
    return {
      ...differs,
      reason: 'Git does not name the source commits of both versions.',
    };
  }
  if (!facts.sourceRepository) {
    return {
      ...differs,
      reason: 'The entity does not say which repository it is built from.',
    };
  }
  const url = facts.sourceRepository.compareUrl(base, head);
  const between = facts.commitsBetween(base, head);
  if (!between.known) {
    const { reason = 'The commits are being read.' } = between;
    return { ...differs, url, reason };
  }
  const { total, behind, commits } = between.range;
  return {
    ...differs,
    url,
    total,
    commits: commits.map(commit => shown(commit, facts)),
    reason:
      behind > 0
        ? `It has ${counted(behind)} that ${environment} has not.`
        : undefined,
  };
}

/** A number of commits in words. */
export function counted(total: number): string {
  return total === 1 ? '1 source commit' : `${total} source commits`;
}

function shown(
  { revision, author, date, title, url }: RepositoryCommit,
  { sourceRepository }: Pick<DeliveryFacts, 'sourceRepository'>,
): RevisionMetadata {
  return {
    revision,
    author,
    date,
    message: title,
    url: sourceRepository?.commitUrl(revision) ?? url,
    kind: 'commit',
  };
}
