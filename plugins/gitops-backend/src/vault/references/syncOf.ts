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

import type { SecretReference } from '@gitops-platform/backstage-plugin-gitops-common';
import { goDuration } from '../../argocd/details/goDuration';
import type { ConditionCause } from './conditionCause';
import type { ExternalSecretFacts } from './externalSecretFacts';

/** How late a refresh may be beside its own interval: the operator may be busy. */
const GRACE_MS = 10 * 60_000;

const CAUSES: Record<ConditionCause, string> = {
  denied: 'the provider denies it access',
  missing: 'the secret or key does not exist at the provider',
  login: 'it cannot log in at the provider',
  unreachable: 'the provider cannot be reached',
};

/** How the sync of an ExternalSecret stands. */
export function syncOf(
  facts: Omit<ExternalSecretFacts, 'wanted' | 'target'>,
  now: number,
): Pick<SecretReference, 'status' | 'syncedAt' | 'message'> & {
  once: boolean;
} {
  const { ready, reason, cause, refreshTime, refreshPolicy } = facts;
  const interval = goDuration(facts.refreshInterval ?? '1h') ?? 0;
  const once =
    interval === 0 || !['Periodic', undefined].includes(refreshPolicy);
  const at = refreshTime === undefined ? NaN : Date.parse(refreshTime);
  const syncedAt = Number.isNaN(at) ? undefined : new Date(at).toISOString();
  if (ready === false) {
    const why = cause ? CAUSES[cause] : 'its page in Argo CD has the message';
    const said = reason ? ` (${reason})` : '';
    return {
      status: 'failed',
      syncedAt,
      message: `The last sync failed${said}: ${why}`,
      once,
    };
  }
  if (ready === undefined) {
    return { status: 'unknown', syncedAt, once };
  }
  if (!once && syncedAt && now - at > 2 * interval + GRACE_MS) {
    return {
      status: 'stale',
      syncedAt,
      message: `Is to be refreshed every ${
        facts.refreshInterval ?? '1h'
      }, and was not: is the External Secrets Operator running?`,
      once,
    };
  }
  return { status: 'synced', syncedAt, once };
}
