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
  ApplicationOverview,
  ApplicationReason,
  Finding,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { applicationRemedy } from './applicationRemedy';

const FAILURES: ApplicationReason['kind'][] = [
  'condition',
  'operation',
  'hook',
];

/** That the cluster is not what Git says, or that Argo CD cannot tell, and what that waits for. */
export function syncFindings(app: ApplicationOverview): Finding[] {
  const { autoSync, health, instance, name, operation, reasons = [] } = app;
  const { sync } = app;
  const failure = reasons.find(({ kind }) => FAILURES.includes(kind));
  // What went wrong is then told as why it is not healthy.
  if (sync === 'Synced' && (!failure || health !== 'Healthy')) {
    return [];
  }
  const running = operation?.phase === 'Running';
  const why = reasons.filter(({ kind }) => kind !== 'resource');
  const first = failure ?? why[0];
  const what = whatOf(app);
  return [
    {
      kind: 'outOfSync',
      severity: severityOf({ sync, failed: failure !== undefined, running }),
      message: first && !running ? `${what}: ${first.message}` : what,
      subject: name,
      since: first?.since ?? (running ? operation.startedAt : undefined),
      evidence: [
        `Argo CD ${instance}: ${sync}`,
        ...(running ? ['It is being synced now'] : []),
        ...why.filter(reason => reason !== first).map(({ message }) => message),
      ],
      remedy: applicationRemedy(
        app,
        autoSync ? 'Look at the Application' : 'Sync the Application',
      ),
    },
  ];
}

function whatOf({ name, sync }: ApplicationOverview): string {
  switch (sync) {
    case 'Synced':
      return `Argo CD has a problem with ${name}`;
    case 'OutOfSync':
      return `${name} is not what Git says`;
    default:
      return `Argo CD cannot tell whether ${name} is what Git says`;
  }
}

function severityOf(state: {
  sync: ApplicationOverview['sync'];
  failed: boolean;
  running: boolean;
}): Finding['severity'] {
  if (state.running) {
    return 'info';
  }
  return state.failed && state.sync !== 'Synced' ? 'error' : 'warning';
}
