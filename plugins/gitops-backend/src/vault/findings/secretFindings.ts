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

import type { Finding } from '@gitops-platform/backstage-plugin-gitops-common';
import { claimFindings } from './claimFindings';
import { expectationFindings } from './expectationFindings';
import { pathFindings } from './pathFindings';
import type { SecretsView } from './SecretsView';
import { serverFindings } from './serverFindings';

const SEVERITIES: Finding['severity'][] = ['error', 'warning', 'info'];

/** All that is wrong with the secrets of an entity, the worst first; of what is said twice, the graver. */
export function secretFindings(view: SecretsView): Finding[] {
  const found = [
    ...serverFindings(view),
    ...expectationFindings(view),
    ...pathFindings(view),
    ...claimFindings(view),
  ];
  const said = new Map<string, Finding>();
  for (const finding of found) {
    const { kind, environment, subject, message } = finding;
    // Several in the cluster may expect the same secret; that it is deleted needs saying once.
    const id = JSON.stringify([kind, environment, subject ?? message]);
    if (!said.has(id)) {
      said.set(id, finding);
    }
  }
  return [...said.values()].sort(
    (one, other) =>
      SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity),
  );
}
