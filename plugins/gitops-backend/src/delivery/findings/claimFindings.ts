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
  FindingRemedy,
} from '@gitops-platform/backstage-plugin-gitops-common';
import type { DeliveryFacts } from '../facts/DeliveryFacts';
import { valueOf } from '../facts/Part';
import { isNameOnly } from '../rows/RowFacts';
import { applicationRemedy } from './applicationRemedy';

/** That nothing proves that an Application is this entity's. */
export function unprovedFindings(app: ApplicationOverview): Finding[] {
  if (app.binding.status === 'proved') {
    return [];
  }
  const hidden = isNameOnly(app);
  return [
    {
      kind: 'unprovedClaim',
      severity: hidden ? 'warning' : 'info',
      message: hidden
        ? `Nothing proves that ${app.name} is this entity's, so its state is not shown`
        : `Nothing proves that ${app.name} is this entity's, so it cannot be operated from here`,
      subject: app.name,
      evidence: [app.binding.reason],
      remedy: applicationRemedy(app, 'See how to prove the claim'),
    },
  ];
}

/** What is wrong with the entity's annotations. A part that says so itself is not repeated. */
export function wrongClaimFindings(facts: DeliveryFacts): Finding[] {
  const applications = valueOf(facts.applications)?.claim;
  const secrets = valueOf(facts.secrets);
  const routes = valueOf(facts.routes);
  const isTold = (part?: { findings: Finding[] }) =>
    part?.findings.some(({ kind }) => kind === 'wrongClaim');
  return [
    ...wrongClaims(applications, 'argocd', facts),
    ...(isTold(secrets) ? [] : wrongClaims(secrets?.claim, 'secrets', facts)),
    ...(isTold(routes) ? [] : wrongClaims(routes?.claim, 'routes', facts)),
  ];
}

function wrongClaims(
  claim: { problem?: string; missing?: string[] } | undefined,
  tab: FindingRemedy['tab'],
  { editUrl }: Pick<DeliveryFacts, 'editUrl'>,
): Finding[] {
  const wrong = (message: string, subject?: string): Finding => ({
    kind: 'wrongClaim',
    severity: 'warning',
    message,
    subject,
    evidence: ["The entity's annotations"],
    remedy: editUrl
      ? { label: 'Edit the annotations', url: editUrl }
      : { label: 'See what is claimed', tab },
  });
  return [
    ...(claim?.problem ? [wrong(claim.problem)] : []),
    ...(claim?.missing ?? []).map(name =>
      wrong(`${name} is claimed, and nothing has that name`, name),
    ),
  ];
}
