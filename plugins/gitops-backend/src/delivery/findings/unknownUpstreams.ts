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
  DeliveryInstance,
  Finding,
  UpstreamStatus,
} from '@gitops-platform/backstage-plugin-gitops-common';
import type { DeliveryFacts } from '../facts/DeliveryFacts';
import { valueOf, type Part } from '../facts/Part';
import type { RowFacts } from '../rows/RowFacts';

type System = DeliveryInstance['system'];

/** An instance that does not answer, or a part of which nothing is known. */
export interface UnknownUpstream {
  system: System;
  /** `undefined` where the whole part is not known. */
  instance?: UpstreamStatus;
  reason?: string;
}

const NAMES: Record<System, string> = {
  argocd: 'Argo CD',
  vault: 'Vault',
  traefik: 'Traefik',
};

/** Where the entity's page tells of each. */
export const TABS = {
  argocd: 'argocd',
  vault: 'secrets',
  traefik: 'routes',
} as const;

/** Which of the systems behind an entity do not say how it is. */
export function unknownUpstreams(facts: DeliveryFacts): UnknownUpstream[] {
  return [
    ...unknownOf('argocd', facts.applications),
    ...unknownOf('vault', facts.secrets),
    ...unknownOf('traefik', facts.routes),
  ];
}

function unknownOf(
  system: System,
  part: Part<{ instances: UpstreamStatus[] }>,
): UnknownUpstream[] {
  if (part.status === 'error') {
    return [{ system, reason: part.reason }];
  }
  return (valueOf(part)?.instances ?? [])
    .filter(({ replicas, status }) => status !== 'ok' && !replicas?.answering)
    .map(instance => ({ system, instance, reason: instance.error }));
}

/** Whether a finding says that something is not known, rather than that something is wrong. */
export function isSilence({ kind }: Pick<Finding, 'kind'>): boolean {
  return kind === 'upstreamUnknown' || kind === 'vaultSealed';
}

/** Whether a finding tells of that upstream already. */
export function tellsOf(
  { instance, system }: UnknownUpstream,
  finding: Pick<Finding, 'kind' | 'subject'>,
): boolean {
  const name = instance?.name ?? system;
  return (
    isSilence(finding) &&
    [name, `${NAMES[system]} ${name}`].includes(finding.subject ?? '')
  );
}

/** The system that a finding of a part is about: each also asks Argo CD. */
export function systemOf(
  { subject = '' }: Pick<Finding, 'subject'>,
  part: System,
): System {
  return subject.startsWith(`${NAMES.argocd} `) ? 'argocd' : part;
}

/** Whether a row would say more if that upstream answered. */
export function concerns(
  { system, instance }: UnknownUpstream,
  row: RowFacts,
): boolean {
  if (!instance) {
    return true;
  }
  const { name } = instance;
  switch (system) {
    case 'argocd':
      return (
        row.applications.length === 0 ||
        row.applications.some(app => app.instance === name)
      );
    case 'vault':
      return (
        row.paths.some(({ server }) => server === name) ||
        row.references.some(({ server }) => server === name)
      );
    default:
      return row.routes.some(
        route => route.instance === undefined || route.instance === name,
      );
  }
}

/** What an upstream that does not answer leaves unsaid. */
export function unknownFinding({
  system,
  instance,
  reason,
}: UnknownUpstream): Finding {
  const name = [NAMES[system], instance?.name].filter(Boolean).join(' ');
  const stale = instance?.status === 'stale';
  return {
    kind: 'upstreamUnknown',
    severity: 'warning',
    message: stale
      ? `${name} does not answer: what is shown of it was right a while ago`
      : `${name} does not answer, so nothing is said of it`,
    subject: instance?.name ?? system,
    since: instance?.since,
    evidence: [
      ...(reason ? [reason] : []),
      ...(instance?.fetchedAt
        ? [`It last answered at ${instance.fetchedAt}`]
        : []),
    ],
    remedy: { label: `See what ${name} says`, tab: TABS[system] },
  };
}
