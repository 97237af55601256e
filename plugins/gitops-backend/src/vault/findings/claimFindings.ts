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
import type { SecretsView } from './SecretsView';

/** What is wrong with what the entity says, and what of it nothing proves. */
export function claimFindings({ claim, paths }: SecretsView): Finding[] {
  const wrong: Finding[] = claim.problem
    ? [
        {
          kind: 'wrongClaim',
          severity: 'warning',
          message: claim.problem,
          evidence: ["The entity's annotations"],
        },
      ]
    : [];
  const unproved = paths.flatMap(({ item }): Finding[] =>
    item.status === 'unproved'
      ? [
          {
            kind: 'unprovedClaim',
            severity: 'warning',
            message: `Nothing proves that the Vault path ${item.path} is this entity's, so it is not looked at`,
            environment: item.environment,
            subject: item.path,
            evidence: item.reason ? [item.reason] : [],
          },
        ]
      : [],
  );
  return [...wrong, ...unproved];
}
