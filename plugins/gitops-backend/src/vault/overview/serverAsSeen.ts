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

import type { SecretsView } from '../findings/SecretsView';
import type { PathState } from '../read/WarmPaths';
import type { VaultServer } from '../VaultServer';

/**
 * How a server fares, for a page that shows these of its paths: well only where it told of all of them, since it may fail
 * at one path and answer others.
 */
export function serverAsSeen(
  { name, state }: Pick<VaultServer, 'name' | 'state'>,
  paths: PathState[],
): SecretsView['servers'][number] {
  const { status, failure, reason, since, fetchedAt } = state;
  const failed = paths.find(path => path.failure !== undefined);
  if (status !== 'ok' || !failed) {
    return { name, status, failure, reason, since, fetchedAt };
  }
  const told = failed.fetchedAt ?? fetchedAt;
  return {
    name,
    status: 'stale',
    failure: failed.failure,
    reason: failed.reason,
    since: told ?? since,
    fetchedAt: told,
  };
}
