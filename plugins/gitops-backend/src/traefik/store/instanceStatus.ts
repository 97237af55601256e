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
import { publicReason } from '../../text/publicReason';
import type { ReplicaState } from './ReplicaPoller';

/** How an instance fares, in words for everybody, from how its replicas do. */
export function instanceStatus(
  name: string,
  replicas: ReplicaState[],
  unresolved: Error | undefined,
): UpstreamStatus {
  const answering = replicas.filter(
    ({ snapshot, error }) => snapshot && !error,
  );
  const failing = replicas.find(({ error }) => error);
  const answered = replicas.flatMap(({ answeredAt }) => answeredAt ?? []);
  const count = { total: replicas.length, answering: answering.length };
  const fetchedAt =
    answered.length > 0
      ? new Date(Math.max(...answered)).toISOString()
      : undefined;
  const common = { name, fetchedAt, replicas: count };
  if (replicas.length > 0 && answering.length === replicas.length) {
    return { ...common, status: 'ok', since: sinceOf(answering) };
  }
  const error = failing?.error ?? unresolved;
  const status = fetchedAt ? 'stale' : 'error';
  return {
    ...common,
    status,
    since: failing && sinceOf([failing]),
    error: error
      ? partly(count, publicReason(name, error, { system: 'Traefik' }))
      : `Traefik instance '${name}' has not answered yet: this page shows it as soon as it does`,
  };
}

function partly(
  { total, answering }: { total: number; answering: number },
  reason: string,
): string {
  return answering > 0
    ? `${answering} of ${total} replicas answer, and what is shown is theirs: ${reason}`
    : reason;
}

function sinceOf(replicas: ReplicaState[]): string | undefined {
  const times = replicas.flatMap(({ since }) => since ?? []);
  return times.length > 0
    ? new Date(Math.max(...times)).toISOString()
    : undefined;
}
