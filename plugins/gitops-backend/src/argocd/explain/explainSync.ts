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
  ApplicationReason,
  ApplicationSyncWindows,
} from '@gitops-platform/backstage-plugin-gitops-common';
import type { ArgoApplication } from '@gitops-platform/backstage-plugin-gitops-node';

/** Why the cluster is not what Git says, and what it waits for. A sync that runs is on its way to mend it. */
export function explainSync(
  app: Pick<ArgoApplication, 'sync' | 'autoSync' | 'operation'>,
  windows?: Pick<ApplicationSyncWindows, 'canSync' | 'reason'>,
): ApplicationReason[] {
  const running = ['Running', 'Terminating'].includes(
    app.operation?.phase ?? '',
  );
  if (app.sync === 'Synced' || (app.sync === 'OutOfSync' && running)) {
    return [];
  }
  const message =
    app.sync === 'Unknown'
      ? 'Argo CD could not compare it with Git'
      : `Out of sync with Git: ${waitsFor(app.autoSync)}`;
  const blocked =
    app.sync === 'OutOfSync' && windows?.canSync === false
      ? [reason(windows.reason ?? 'A sync window keeps it from being synced')]
      : [];
  return [reason(message), ...blocked];
}

function waitsFor(autoSync: boolean): string {
  return autoSync
    ? 'auto-sync has not put it right yet'
    : 'auto-sync is off, so it waits for somebody to sync it';
}

function reason(message: string): ApplicationReason {
  return { kind: 'sync', message };
}
