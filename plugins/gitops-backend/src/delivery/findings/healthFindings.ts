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
  Finding,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { applicationRemedy } from './applicationRemedy';

/** As long as a new version may well take to come up. */
const PATIENCE_MS = 10 * 60_000;

/** That an Application is not healthy, and why. */
export function healthFindings(
  app: ApplicationOverview,
  now: number,
): Finding[] {
  const { health, healthMessage, healthSince, name, reasons = [], sync } = app;
  if (health === 'Healthy') {
    return [];
  }
  // Why it is not in sync is told by itself.
  const why = reasons.filter(({ kind }) =>
    sync === 'Synced' ? kind !== 'sync' : kind === 'resource',
  );
  const [first] = why;
  const message = first?.message ?? healthMessage;
  return [
    {
      kind: 'notHealthy',
      severity: severityOf(app, now),
      message: message
        ? `${name} is ${health}: ${message}`
        : `${name} is ${health}`,
      subject: name,
      since: healthSince ?? first?.since,
      evidence: [
        `Argo CD ${app.instance}: health ${health}`,
        ...why.slice(1).map(reason => reason.message),
      ],
      remedy: applicationRemedy(app),
    },
  ];
}

function severityOf(
  { health, healthSince }: ApplicationOverview,
  now: number,
): Finding['severity'] {
  if (health === 'Degraded' || health === 'Missing') {
    return 'error';
  }
  const began = Date.parse(healthSince ?? '');
  return health === 'Progressing' && !(now - began > PATIENCE_MS)
    ? 'info'
    : 'warning';
}
