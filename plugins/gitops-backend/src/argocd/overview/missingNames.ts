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

import type { UpstreamStatus } from '@gitops-platform/backstage-plugin-gitops-common';
import { MAX_CLAIMED } from '../ClaimedApplications';
import type { StoredApplication } from '../store';

/**
 * Claimed names that nothing was found for. As long as one instance has not been read, it may be the one that has
 * them: then nothing is said to be missing. The same where more is claimed than is looked at.
 */
export function missingNames(
  names: string[],
  found: StoredApplication[],
  instances: UpstreamStatus[],
): string[] {
  const cut = found.length >= MAX_CLAIMED;
  if (cut || instances.some(({ status }) => status !== 'ok')) {
    return [];
  }
  // An ApplicationSet is there where its Applications are.
  const present = new Set(
    found.flatMap(({ name, parent }) =>
      parent?.kind === 'ApplicationSet' ? [name, parent.name] : [name],
    ),
  );
  return names.filter(name => !present.has(name));
}
