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
import type { DeliveryFacts } from '../facts/DeliveryFacts';
import type { VersionedRow } from '../rows/RowFacts';

/**
 * That a service does not run in an environment, though it does in an earlier one. Where a pull request waits for
 * that, or an instance that may have it does not answer, that is what there is to say.
 */
export function missingFindings(
  row: VersionedRow,
  earlier: VersionedRow | undefined,
  { entityRef }: Pick<DeliveryFacts, 'entityRef'>,
): Finding[] {
  const { applications, desired, environment, pullRequests } = row;
  if (applications.length > 0 || !earlier || pullRequests.length > 0) {
    return [];
  }
  const runsIn = `It runs in ${earlier.environment}`;
  return [
    desired
      ? {
          kind: 'environmentMissing',
          severity: 'error',
          message: `Git has ${desired.label} for ${environment}, and Argo CD has no Application for it`,
          subject: environment,
          evidence: [
            runsIn,
            ...desired.images.map(name => `Git names ${name}`),
          ],
          remedy: { label: 'Look at the Applications', tab: 'argocd' },
        }
      : {
          kind: 'environmentMissing',
          severity: 'info',
          message: `It is not in ${environment} yet`,
          subject: environment,
          evidence: [runsIn, `No Application is for ${environment}`],
          remedy: {
            label: `Add ${environment}`,
            template: 'add-environment',
            parameters: { component: entityRef, environment },
          },
        },
  ];
}
