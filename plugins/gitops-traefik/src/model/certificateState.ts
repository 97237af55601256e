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
  Finding,
  Route,
} from '@gitops-platform/backstage-plugin-gitops-common';

/**
 * How near a route's certificate is to its end; `undefined` where that is not known. What counts as near is for the
 * backend to say, by a finding. `now` is in milliseconds.
 */
export function certificateState(
  { tls, hosts, environment }: Route,
  findings: Finding[],
  now: number,
): 'valid' | 'expiring' | 'expired' | undefined {
  const { expiresAt } = tls.certificate ?? {};
  if (!expiresAt) {
    return undefined;
  }
  if (Date.parse(expiresAt) <= now) {
    return 'expired';
  }
  const near = findings.some(
    finding =>
      finding.kind === 'certificateExpiring' &&
      finding.environment === environment &&
      hosts.includes(finding.subject ?? ''),
  );
  return near ? 'expiring' : 'valid';
}
