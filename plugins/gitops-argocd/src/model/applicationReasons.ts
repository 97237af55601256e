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
  ApplicationCondition,
  ApplicationOverview,
  ApplicationReason,
} from '@gitops-platform/backstage-plugin-gitops-common';
import type { Translate } from '../translation';

/**
 * Why an Application is not well, the most telling first; none where it is.
 *
 * What the backend says, and every condition of Argo CD's that is not among it: an Application with a ComparisonError
 * calls itself Healthy, so that conditions always count.
 */
export function applicationReasons(
  application: ApplicationOverview,
  t: Translate,
): ApplicationReason[] {
  const reasons = application.reasons ?? withoutBackend(application, t);
  const conditions = application.conditions.filter(
    condition => !isAmong(condition, reasons),
  );
  return [
    ...reasons,
    ...conditions.map(({ type, message, since }) => ({
      kind: 'condition' as const,
      message: `${type}: ${message}`,
      since,
    })),
  ];
}

/** Reasons are cut short, so that only their beginning tells. A SyncError merely repeats that the last sync failed. */
function isAmong(
  { type }: ApplicationCondition,
  reasons: ApplicationReason[],
): boolean {
  return reasons.some(
    ({ kind, message }) =>
      (kind === 'condition' && message.startsWith(type)) ||
      (type === 'SyncError' && (kind === 'operation' || kind === 'hook')),
  );
}

/** What the overview itself tells, where the backend gives no reasons. */
function withoutBackend(
  application: ApplicationOverview,
  t: Translate,
): ApplicationReason[] {
  const { health, healthMessage, healthSince, operation } = application;
  const reasons: ApplicationReason[] = [];
  if (healthMessage && health !== 'Healthy') {
    reasons.push({
      kind: 'resource',
      message: healthMessage,
      since: healthSince,
    });
  }
  if (operation?.phase === 'Failed' || operation?.phase === 'Error') {
    reasons.push({
      kind: 'operation',
      message: operation.message ?? t('reason.operationFailed'),
      since: operation.finishedAt,
    });
  }
  if (
    reasons.length === 0 &&
    (health === 'Degraded' || health === 'Missing' || health === 'Suspended')
  ) {
    reasons.push({ kind: 'resource', message: t(`reason.${health}`) });
  }
  return reasons;
}
